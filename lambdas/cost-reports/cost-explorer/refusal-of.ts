import { CapReachedError } from '#lambdas/cost-reports/cost-explorer/cap-reached-error.ts';
import type { Fetched } from '#lambdas/cost-reports/cost-source.ts';

export type Refusal = Extract<Fetched, { state: 'refused' }>;

/** Errors of Cost Explorer that a retry of today would only meet again. */
const REASONS: Record<string, Refusal['reason']> = {
  AccessDeniedException: 'access',
  AccessDenied: 'access',
  OptInRequired: 'access',
  SubscriptionRequiredException: 'access',
  DataUnavailableException: 'unavailable',
  BillExpirationException: 'unavailable',
  BillingViewHealthStatusException: 'unavailable',
  ResourceNotFoundException: 'invalid',
  UnresolvableUsageUnitException: 'invalid',
  ValidationException: 'invalid',
};
const MISSING_ACTION = /not authorized to perform: ([a-z-]+:[A-Za-z]+)/;

/** Why there is no answer, in a sentence for people; undefined where a retry may help. It is never an amount. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof CapReachedError)
    return { state: 'refused', reason: 'cap', message: capMessage(error) };
  if (!(error instanceof Error)) return undefined;
  const reason = REASONS[error.name];
  if (!reason) return undefined;
  const message = reason === 'access' ? accessMessage(error) : `AWS says: ${sentence(error)}`;
  return { state: 'refused', reason, message };
}

/** AWS has one error for three things that different people must mend. */
function accessMessage(error: Error): string {
  const action = MISSING_ACTION.exec(error.message)?.[1];
  if (action)
    return `Who asks may not ${action}: allow it (Reeve's own role comes with its stacks), and look for a policy that denies it.`;
  if (/linked account/i.test(error.message)) {
    return 'The management account withholds Cost Explorer from member accounts; its preferences of cost management allow it for all of them.';
  }
  if (/not enabled for cost explorer/i.test(error.message)) {
    return 'Cost Explorer is off in this account; open it once in the console of the management account, and wait a day.';
  }
  return `AWS refuses access: ${sentence(error)}`;
}

function capMessage({ cap, limit, spent }: CapReachedError): string {
  const scope = cap === 'run' ? 'this run' : 'this month';
  return `${spent} of ${limit} billed requests of ${scope} are made; costs.caps.${cap} in reeve.config.ts allows no more.`;
}

function sentence({ message, name }: Error): string {
  const text = message.trim() || name;
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
