import { join } from 'node:path';
import { runProgram } from '#test/conformance/run-program.ts';

/** What the conformance scripts download, build and start; not under version control. */
export const WORKSHOP = join(import.meta.dirname, '../../.conformance');

/** Bundles and synthesizes the app as it is now; gives the folder of the assembly. */
export async function synthesizeAssembly(name: string): Promise<string> {
  const assembly = join(WORKSHOP, name, 'assembly');
  await runProgram('npm', ['run', '--silent', 'synth'], { env: { CDK_OUTDIR: assembly } });
  return assembly;
}
