// Preloaded before anything else. Reeve runs its TypeScript directly, on the Node that Lambda runs.
// `npm ci` installs that Node beside the packages; with --ignore-scripts it silently does not.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Reeve needs Node 24 and found ${process.version}.\n` +
      'npm ci installs it into node_modules/.bin. If it did not: run "npm ci" without --ignore-scripts\n' +
      '(npm 11 asks once: "npm approve-scripts node esbuild"), or put a Node 24 first in PATH.\n',
  );
  process.exit(1);
}
