import { spawnSync } from 'node:child_process';

/** Runs a program that prints one object of JSON; throws with what it said where it fails. */
export function runProcess(program: string, ...options: string[]): Record<string, unknown> {
  const { status, stdout, stderr, error } = spawnSync(program, options, { encoding: 'utf8', maxBuffer: 1e8 });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ${options.join(' ')} failed:\n${stderr}`);
  return JSON.parse(stdout) as Record<string, unknown>;
}
