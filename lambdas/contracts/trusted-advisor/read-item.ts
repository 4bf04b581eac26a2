import type { AdvisorItem, ItemStatus } from '#lambdas/contracts/trusted-advisor/advisor-item.ts';

/** An answer may hold more; nobody reads a hundred columns, and a row of a table holds 400 KB. */
const MOST_FIELDS = 40;
const LONGEST_FIELD = 500;
const NOTHING = new Set(['', '-']);
const GLOBAL = 'global';
/** How 440 of 456 checks label the Region of an item, in order of trust. */
const REGION_LABELS = ['Region', 'Region/AZ', 'Region Name', 'Region API Parameter'];
const REGION = /^([a-z]{2}(?:-[a-z]+)+-\d)[a-z]?$/;
const ARN_REGION = /^arn:[^:]+:[^:]*:([^:]*):/;

export type RawItem = {
  status: ItemStatus;
  resourceId?: string | null | undefined;
  apiId?: string | undefined;
  /** As the Support API gives it beside the columns. */
  region?: string | null | undefined;
  /** Label → what AWS wrote: texts, and null. */
  columns: Record<string, unknown>;
};

/** Makes an item of what an event or an answer says of it. Values that are no text, number or truth are left out. */
export function readItem({ status, resourceId, apiId, region, columns }: RawItem): AdvisorItem {
  const fields = readFields(columns);
  const place = regionOf(columns, region ?? undefined, resourceId ?? undefined);
  return {
    status,
    ...(resourceId ? { resourceId } : {}),
    ...(apiId ? { apiId } : {}),
    ...(place ? { region: place } : {}),
    fields,
  };
}

function readFields(columns: Record<string, unknown>): Record<string, string> {
  const texts = Object.entries(columns).flatMap(([label, value]): [string, string][] => {
    if (!['string', 'number', 'boolean'].includes(typeof value)) return [];
    const text = String(value).trim();
    return NOTHING.has(text) ? [] : [[label.trim(), text.slice(0, LONGEST_FIELD)]];
  });
  return Object.fromEntries(texts.slice(0, MOST_FIELDS));
}

/** `-` is how AWS says that something lies in no Region. */
function regionOf(
  columns: Record<string, unknown>,
  given: string | undefined,
  resourceId: string | undefined,
): string | undefined {
  const label = REGION_LABELS.find((name) => typeof columns[name] === 'string' && columns[name] !== '');
  const said = label === undefined ? given : columns[label];
  if (typeof said === 'string' && said.trim() === '-') return GLOBAL;
  const fromArn = ARN_REGION.exec(resourceId ?? '')?.[1];
  return codeOf(said) ?? codeOf(given) ?? codeOf(fromArn);
}

function codeOf(text: unknown): string | undefined {
  return typeof text === 'string' ? REGION.exec(text.trim())?.[1] : undefined;
}
