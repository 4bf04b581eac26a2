import { type AwsCall, AwsError } from '#local/proxy/aws-call.ts';

export type FaultOptions = {
  /** So many calls at most; without it all. */
  times?: number;
  /** Only calls of which this is true. */
  when?: (call: AwsCall) => boolean;
};

type Fault = { action: RegExp; error: AwsError; left: number; when: (call: AwsCall) => boolean };

/** What services of AWS call too many requests; the others say ThrottlingException. */
const THROTTLED: Record<string, string> = {
  account: 'TooManyRequestsException',
  cloudformation: 'Throttling',
  lambda: 'TooManyRequestsException',
  organizations: 'TooManyRequestsException',
  sns: 'Throttling',
  sts: 'Throttling',
  tag: 'ThrottledException',
};

/** Services of AWS that say so by HTTP's own status. */
const TOO_MANY = new Set(['account', 'lambda', 'supportauthz']);

/**
 * Faults of counterparts, by action as IAM names it: `organizations:ListAccounts`, `organizations:List*`.
 * Each method returns how to end the fault.
 */
export class Faults {
  #faults = new Set<Fault>();

  throttle(action: string, options: FaultOptions = {}): () => void {
    const service = action.replace(/:.*$/, '');
    const code = THROTTLED[service] ?? 'ThrottlingException';
    const status = TOO_MANY.has(service) ? 429 : 400;
    return this.fail(action, new AwsError(code, 'Rate exceeded', status), options);
  }

  /** As if no policy of the caller's allowed it. */
  deny(action: string, options: FaultOptions = {}): () => void {
    const message = `User is not authorized to perform: ${action} because no identity-based policy allows the action`;
    return this.fail(action, new AwsError('AccessDeniedException', message, 403), options);
  }

  fail(
    action: string,
    error: AwsError,
    { times = Infinity, when = () => true }: FaultOptions = {},
  ): () => void {
    const fault = { action: toPattern(action), error, left: times, when };
    this.#faults.add(fault);
    return () => void this.#faults.delete(fault);
  }

  clear(): void {
    this.#faults.clear();
  }

  /** The error that a call meets, if any; takes one of the fault's times away. */
  take(action: string, call: AwsCall): AwsError | undefined {
    const fault = [...this.#faults].find(
      (candidate) => candidate.left > 0 && candidate.action.test(action) && candidate.when(call),
    );
    if (!fault) return undefined;
    fault.left -= 1;
    return fault.error;
  }
}

function toPattern(action: string): RegExp {
  return new RegExp(
    `^${action
      .split('*')
      .map((text) => RegExp.escape(text))
      .join('.*')}$`,
  );
}
