import type { GroupKey } from '#lambdas/cost-reports/cost-query.ts';
import { ExportRefusal } from '#lambdas/cost-reports/focus/export-refusal.ts';
import { costCategoryNames, type MapValues, tagNames } from '#lambdas/cost-reports/focus/map-values.ts';
import type { Charge } from '#lambdas/cost-reports/focus/to-charge.ts';

type KeyOf = (charge: Charge) => string;

const DIMENSIONS: Record<string, KeyOf> = {
  SERVICE: ({ service }) => service,
  LINKED_ACCOUNT: ({ account }) => account,
  REGION: ({ region }) => region,
  RECORD_TYPE: ({ recordType }) => recordType,
};

/** The value of a key that costs are grouped by. Refuses a dimension that exports are not read for. */
export function keyOfCharge({ type, key }: GroupKey, valueOf: MapValues): KeyOf {
  if (type === 'TAG') {
    const names = tagNames(key);
    return ({ tags }) => valueOf(tags, names);
  }
  if (type === 'COST_CATEGORY') {
    const { inTags, inColumn } = costCategoryNames(key);
    return ({ tags, costCategories }) => valueOf(tags, inTags) || valueOf(costCategories, inColumn);
  }
  const keyOf = DIMENSIONS[key];
  if (!keyOf) throw new ExportRefusal('unsupported', `Costs of an export are not grouped by ${key}.`);
  return keyOf;
}

/** Whether exports are read for it. */
export function isKnownKey({ type, key }: GroupKey): boolean {
  return type !== 'DIMENSION' || DIMENSIONS[key] !== undefined;
}

/** Whether the maps of charges must be read for a key. */
export function isInMaps({ type }: GroupKey): boolean {
  return type !== 'DIMENSION';
}
