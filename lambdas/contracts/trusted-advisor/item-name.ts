import type { AdvisorItem } from '#lambdas/contracts/trusted-advisor/advisor-item.ts';

/** Labels of columns that say which thing an item is, the most telling first. */
const NAMES = [
  /^bucket name$/i,
  /\bname$/i,
  /\bid$/i,
  /\barn$/i,
  /^resource$/i,
  /\b(address|user|key|domain|certificate)\b/i,
];
const NO_NAME = /^(region name|hosted zone name|cluster name|engine name|parameter name|aws config rule)$/i;
const ARN = /^arn:[^:]*:[^:]*:[^:]*:[^:]*:(.+)$/;

/** What people know an item by: its limit, the last part of its ARN, or the column that names it. */
export function itemName({ resourceId, fields }: Omit<AdvisorItem, 'status'>): string {
  const { Service, 'Limit Name': limit } = fields;
  if (limit) return Service ? `${limit} of ${Service}` : limit;
  const named = nameInArn(resourceId);
  if (named) return named;
  const entries = Object.entries(fields).filter(([label]) => !NO_NAME.test(label));
  const found = NAMES.map((pattern) => entries.find(([label]) => pattern.test(label))?.[1]).find(Boolean);
  return nameInArn(found) ?? found ?? 'the account';
}

function nameInArn(text: string | undefined): string | undefined {
  const rest = ARN.exec(text ?? '')?.[1];
  return rest?.replace(/^[a-z-]+[:/]/, '') || undefined;
}
