import { type AwsAnswer, type AwsCall, AwsError } from '#local/proxy/aws-call.ts';
import type { CallHook } from '#local/proxy/call-hooks.ts';
import { badToken } from './page-token.ts';

const REFUSALS = {
  'limit-exceeded': () => new AwsError('LimitExceededException', 'Rate limit exceeded'),
  throttled: () => new AwsError('ThrottlingException', 'Rate exceeded'),
  'server-error': () => new AwsError('InternalServerException', 'Internal error', 500),
  'data-unavailable': () => new AwsError('DataUnavailableException', 'Data is not available'),
  'access-denied': (operation: string) =>
    new AwsError(
      'AccessDeniedException',
      `User is not authorized to perform: ce:${operation} because no identity-based policy allows the action`,
    ),
  'bill-expired': () => new AwsError('BillExpirationException', 'The requested report has expired'),
  'billing-view': () => new AwsError('BillingViewHealthStatusException', 'The billing view is not healthy'),
  'bad-token': () => badToken('Invalid token'),
};

/** `lost-answer`: served and billed, then the connection is cut. `repeated-token`: the page names itself as the next. */
export type FaultKind = keyof typeof REFUSALS | 'lost-answer' | 'repeated-token';

type Fault = { kind: FaultKind; operation?: string; before: number; left: number };

/** What goes wrong with calls, by their number: 1 is the next one, of an operation or of all. */
export class CostFaults {
  #faults = new Set<Fault>();
  #lost = new Set<number>();
  #generation = 0;

  /** Tokens of another generation have expired. */
  get generation(): number {
    return this.#generation;
  }

  failCall(nth: number, kind: FaultKind, operation?: string): void {
    this.#add(nth, kind, operation, 1);
  }

  /** From that call on, until the faults are cleared. */
  failFrom(nth: number, kind: FaultKind, operation?: string): void {
    this.#add(nth, kind, operation, Infinity);
  }

  expireTokens(): void {
    this.#generation += 1;
  }

  clear(): void {
    this.#faults.clear();
  }

  /** Counts a call, throws if it is to be refused, and returns what else is to happen to it. */
  meet({ id, operation }: AwsCall): FaultKind | undefined {
    let met: FaultKind | undefined;
    for (const fault of this.#faults) {
      if (fault.left === 0 || (fault.operation ?? operation) !== operation) continue;
      if (fault.before > 0) fault.before -= 1;
      else if (!met) {
        fault.left -= 1;
        met = fault.kind;
      }
    }
    if (met === 'lost-answer') this.#lost.add(id);
    else if (met && met !== 'repeated-token') throw REFUSALS[met](operation);
    return met;
  }

  /** Cuts the connections of calls whose answers are to be lost. */
  readonly hook: CallHook<AwsCall, AwsAnswer> = {
    after: async ({ id }) => (this.#lost.delete(id) ? 'hang-up' : undefined),
  };

  #add(nth: number, kind: FaultKind, operation: string | undefined, left: number): void {
    this.#faults.add({ kind, before: nth - 1, left, ...(operation ? { operation } : {}) });
  }
}
