import type { AwsCall } from './aws-call.ts';
import type { Caller } from './caller.ts';

/** What is kept of an AWS call. Never its input or answer: they hold secrets. */
export type RecordedCall = Pick<AwsCall, 'id' | 'service' | 'operation'> & {
  /** The embedded cloud's time, in milliseconds since 1970. */
  at: number;
  caller: Caller;
  /** Names or ARNs found in the input. */
  resources: string[];
  /** 0 when the connection was cut before the call was served. */
  status: number;
  errorCode?: string;
  durationMs: number;
};
