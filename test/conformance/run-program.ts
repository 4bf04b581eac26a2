import { spawn } from 'node:child_process';

export type RunOptions = {
  env?: Record<string, string | undefined>;
  cwd?: string;
  /** Written to standard input. */
  input?: string;
  timeoutSeconds?: number;
};

/** A program that could not be started, failed or took too long; the message ends with its last words. */
export class ProgramError extends Error {
  override name = 'ProgramError';
}

/** Runs a program to its end and gives what it wrote to standard output. */
export function runProgram(command: string, args: string[], options: RunOptions = {}): Promise<string> {
  const { env, cwd, input = '', timeoutSeconds = 180 } = options;
  return new Promise((resolve, reject) => {
    const program = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      timeout: timeoutSeconds * 1000,
    });
    let output = '';
    let said = '';
    program.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      said += text;
    });
    program.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    program.on('error', (cause) => reject(new ProgramError(`${command}: ${cause.message}`, { cause })));
    program.on('close', (code, signal) => {
      if (code === 0) resolve(output);
      else reject(new ProgramError(`${command} ended with ${code ?? signal}:\n${said.trim().slice(-2000)}`));
    });
    // One that ends early does not read its input; how it ended tells more.
    program.stdin.on('error', () => {}).end(input);
  });
}

/** Tries up to three times: registries fail now and then. */
export async function retried<Result>(attempt: () => Promise<Result>, triesLeft = 3): Promise<Result> {
  try {
    return await attempt();
  } catch (error) {
    if (triesLeft <= 1) throw error;
    return retried(attempt, triesLeft - 1);
  }
}
