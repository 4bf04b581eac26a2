import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Failure } from '#bin/commands/command-line/errors.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** Bundles and synthesizes the app as `npm run synth` does, into a folder of its own, which comes back. */
export async function synthesizeApp(): Promise<string> {
  const assembly = join(ROOT, 'dist/local-assembly');
  const synth = spawn(process.execPath, ['--import', './bin/cdk-context.mjs', 'bin/app.ts'], {
    cwd: ROOT,
    env: { ...process.env, CDK_OUTDIR: assembly },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const closed = once(synth, 'close');
  const words = await text(synth.stderr);
  await closed;
  if (synth.exitCode !== 0) throw new Failure(`The app does not synthesize:\n${words.trim()}`);
  return assembly;
}
