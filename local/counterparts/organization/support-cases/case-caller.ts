import type { BusEvent } from '#local/bus/bus-event.ts';
import type { AwsCall } from '#local/proxy/aws-call.ts';
import type { WorldAccount } from '../world.ts';
import type { WorldSupport } from '../world-cases.ts';

/** Who asks AWS Support, of what, and when. */
export type CaseCaller = {
  call: AwsCall;
  account: WorldAccount;
  /** As cases and messages of theirs name them. */
  submittedBy: string;
  /** What the plan lets them choose, by code. */
  severities: Record<string, string>;
  support: WorldSupport;
  now: number;
  /** Hears of the event that a change sends. */
  announce: (event: BusEvent) => void;
};

/**
 * Checks a request, whose shape is right, and gives what carries it out: a dry run does not. Nothing that only reads changes
 * the world.
 */
export type CaseOperation<Input = Record<string, unknown>> = (
  input: Input,
  caller: CaseCaller,
) => () => unknown;
