/** What an event of the Organization means for the directory: one account, perhaps any, or nothing. */
export type News = { about: 'account'; id: string } | { about: 'tree' } | { about: 'nothing' };

/** Where events name the account that they are about. */
const ACCOUNT_ID_PLACES = [
  ['serviceEventDetails', 'createAccountStatus', 'accountId'],
  ['serviceEventDetails', 'closeAccountStatus', 'accountId'],
  ['requestParameters', 'accountId'],
];
const OUTCOME_PLACES = [
  ['serviceEventDetails', 'createAccountStatus', 'state'],
  ['serviceEventDetails', 'closeAccountStatus', 'state'],
];
const ACCOUNT_ID = /^\d{12}$/;

/**
 * Reads the `detail` of an event that CloudTrail recorded. Whatever does not say which account it is about
 * may be about any.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_cloudtrail-integration.html
 */
export function toNews(detail: unknown): News {
  const text = (path: string[]) => {
    const value = path.reduce(memberOf, detail);
    return typeof value === 'string' ? value : undefined;
  };
  const hasFailed =
    text(['errorCode']) !== undefined || OUTCOME_PLACES.some((path) => text(path) === 'FAILED');
  if (hasFailed) return { about: 'nothing' };

  // The id of whatever is tagged: an account, a unit, a policy. Only the tags of accounts are kept.
  const tagged = text(['requestParameters', 'resourceId']);
  const ids = [...ACCOUNT_ID_PLACES.map(text), tagged];
  const id = ids.find((candidate) => candidate !== undefined && ACCOUNT_ID.test(candidate));
  if (id !== undefined) return { about: 'account', id };
  return tagged === undefined ? { about: 'tree' } : { about: 'nothing' };
}

function memberOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}
