import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Where the tests find the app's cloud assembly. */
export const ASSEMBLY = join(import.meta.dirname, '../dist/test-assembly');

/** Bundles and synthesizes once for all tests, as `npm run synth` does. */
export default function synthesizeOnce(): void {
  execFileSync('npm', ['run', '--silent', 'synth'], { env: { ...process.env, CDK_OUTDIR: ASSEMBLY } });
}
