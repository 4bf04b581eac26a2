import type { AdvisorItem } from '#lambdas/contracts/trusted-advisor/advisor-item.ts';
import { itemName } from '#lambdas/contracts/trusted-advisor/item-name.ts';
import { limitUseOf } from '#lambdas/contracts/trusted-advisor/limit-use.ts';
import { barOf } from '#lambdas/trusted-advisor-alerts/limit-bar.ts';

type Item = Omit<AdvisorItem, 'status'>;

/** Columns that say nothing beside the name, the Region and the status of a line. */
const NOT_SHOWN =
  /^(status|region|region\/az|region name|region api parameter|last updated time|last refresh time|aws config rule|input parameters)$/i;
const COLUMNS_SHOWN = 4;
/** Where there are more columns, these are not the ones to leave out. */
const URGENT = /^(reason|deadline)$|savings/i;
const MILLISECONDS = /^1\d{12}$/;

/** One line on an item: what it is, where, and what Trusted Advisor says of it. */
export function itemLine(item: Item): string {
  const use = limitUseOf(item.fields);
  const where = item.region && item.region !== 'global' ? ` (${item.region})` : '';
  if (use) {
    return `${use.limit}${where}: ${use.used} of ${use.amount} ${barOf(use.percent)} ${use.percent} %`;
  }
  const name = itemName(item);
  const says = columnsOf(item.fields, name);
  return `${name}${where}${says ? `: ${says}` : ''}`;
}

/** The columns that readers do not know from elsewhere, as `label: value`. */
function columnsOf(fields: Record<string, string>, name: string): string {
  return Object.entries(fields)
    .filter(([label, value]) => !NOT_SHOWN.test(label) && value !== name && !value.endsWith(`/${name}`))
    .sort(([one], [other]) => Number(URGENT.test(other)) - Number(URGENT.test(one)))
    .slice(0, COLUMNS_SHOWN)
    .map(([label, value]) => (label === 'Reason' ? value : `${label} ${valueText(value)}`))
    .join(', ');
}

/** AWS writes some moments as milliseconds. */
function valueText(value: string): string {
  if (!MILLISECONDS.test(value)) return value;
  return new Date(Number(value)).toISOString().slice(0, 10);
}
