import type { Clock } from '#local/clock.ts';
import type { RegisterCaller } from '#local/proxy/caller.ts';

/** A line that a function wrote; `requestId` is that of the invocation it wrote it in. */
export type LogLine = { function: string; sandbox: string; requestId?: string; at: number; line: string };

/** What all sandboxes of a host have in common. */
export type SandboxSettings = {
  clock: Clock;
  proxyUrl: string;
  egressUrl: string;
  /** Called before each invocation, with the access key id of its sandbox. */
  registerCaller: RegisterCaller;
  onLog?: (line: LogLine) => void;
  /** Divides the functions' timeouts. */
  speed?: number;
  /** How long a function's top level may run; Lambda allows ten seconds. */
  initLimitSeconds?: number;
};
