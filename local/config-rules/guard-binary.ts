import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const SYSTEMS: Record<string, string> = { linux: 'ubuntu', darwin: 'macos' };
const MACHINES: Record<string, string> = { x64: 'x86_64', arm64: 'aarch64' };

/** Where cfn-guard is for this kind of machine; undefined where there is none. */
export function guardBinary(
  system = process.platform as string,
  machine = process.arch as string,
): string | undefined {
  const [folder, kind] = [SYSTEMS[system], MACHINES[machine]];
  if (!folder || !kind) return undefined;
  const require = createRequire(import.meta.url);
  const home = dirname(require.resolve('@cdklabs/cdk-validator-cfnguard/package.json'));
  const file = join(home, 'bin', folder, kind, 'cfn-guard');
  return existsSync(file) ? file : undefined;
}
