import { failure, type InvocationFailure } from './invocation-result.ts';

type Exit = { code: number | null; signal: NodeJS.Signals | null; outOfMemory: boolean };

/** What Lambda says of a runtime that ended by itself in the middle of an invocation. */
export function causeOfExit({ code, signal, outOfMemory }: Exit): InvocationFailure {
  if (outOfMemory) return failure('OutOfMemory', 'Runtime exited with error: signal: killed');
  if (signal) return failure('Crash', `Runtime exited with error: signal: ${signal}`);
  if (code === 0) return failure('Crash', 'Runtime exited without providing a reason');
  return failure('Crash', `Runtime exited with error: exit status ${code}`);
}
