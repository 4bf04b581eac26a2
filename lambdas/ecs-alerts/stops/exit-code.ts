/** Shells and Docker add 128 to the number of the signal that ended a process. */
const WORDS: Record<number, string> = {
  0: 'ended without an error',
  1: 'ended with an error of its own',
  2: 'ended with an error of its own, or was called wrongly',
  125: 'could not be run by the container runtime',
  126: 'command is not executable',
  127: 'command not found',
  134: 'aborted (SIGABRT)',
  137: 'killed (SIGKILL): memory limit, stop time-out or a lost host',
  139: 'crashed (segmentation fault)',
  143: 'asked to stop (SIGTERM)',
  255: 'ended with an error of its own',
};

/** `exited with 137: killed (SIGKILL) …`. ECS says "out of memory" in a reason of its own, never by the code alone. */
export function exitWords(exitCode: number): string {
  const words =
    WORDS[exitCode] ?? (exitCode > 128 && exitCode < 160 ? `killed by signal ${exitCode - 128}` : '');
  return `exited with ${exitCode}${words ? `: ${words}` : ''}`;
}
