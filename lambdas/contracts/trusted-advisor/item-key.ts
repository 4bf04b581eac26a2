import { createHash } from 'node:crypto';
import type { AdvisorItem } from '#lambdas/contracts/trusted-advisor/advisor-item.ts';

/**
 * Columns that tell how an item stands and not which it is: they change from one refresh to the next. Labels are AWS's;
 * one that is missing here costs a message when its value changes, and no more.
 */
const VOLATILE =
  /status|updated|last refresh|timestamp|usage|utili[sz]ation|\b(days?|days? since)\b|\bday \d+|average|current|savings?|\bcost\b|\bage\b|\brate\b|\bcount\b|number of|reason|recommended|estimated|lookback|invokes|break even|performance risk|deadline|\bdate\b/i;

export type KeyedItem = AdvisorItem & { key: string };

/**
 * What names an item within its check and account: its ARN; else Region, service and limit; else the columns that do not
 * change. Neither the id of an event nor its uuid does: both come again for other items.
 */
export function itemKey(item: Omit<AdvisorItem, 'status'>): string {
  return createHash('sha256').update(identityOf(item)).digest('base64url').slice(0, 22);
}

/**
 * Whether two sightings are of one item. An event names it by an ARN, the API by an id of its own, and both by columns:
 * so an ARN is also that of an item of the same Region which has its last part in a column.
 */
export function isSameItem(one: KeyedItem, other: KeyedItem): boolean {
  if (one.key === other.key) return true;
  if (one.apiId !== undefined && other.apiId !== undefined) return one.apiId === other.apiId;
  if (one.resourceId && other.resourceId) return false;
  if (!areNear(one, other)) return false;
  if (one.resourceId) return isNamedIn(one.resourceId, other);
  if (other.resourceId) return isNamedIn(other.resourceId, one);
  return identityOf(one) === identityOf(other);
}

function identityOf({ resourceId, region = '', fields }: Omit<AdvisorItem, 'status'>): string {
  if (resourceId) return resourceId;
  const { Service, 'Limit Name': limit } = fields;
  if (Service && limit) return JSON.stringify([region, Service, limit]);
  return JSON.stringify([region, ...stableFields(fields)]);
}

function stableFields(fields: Record<string, string>): [string, string][] {
  return Object.entries(fields)
    .filter(([label]) => !VOLATILE.test(label))
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

function areNear({ region: one }: AdvisorItem, { region: other }: AdvisorItem): boolean {
  return one === undefined || other === undefined || one === other;
}

function isNamedIn(arn: string, { fields }: AdvisorItem): boolean {
  const name = arn.split(/[:/]/).at(-1);
  return Object.values(fields).some((value) => value === arn || value === name);
}
