import { RESOURCE_FIELDS } from '#lambdas/contracts/tags/resource-fields.ts';

const FIELDS = ['accountId', 'awsRegion', ...RESOURCE_FIELDS];
/** AWS Config refuses longer ones. */
const LONGEST_EXPRESSION = 4096;
/** The pages of a query come one after the other: the fewer types in each, the more come side by side. */
const TYPES_TOGETHER = 4;

/** Expressions that ask for all resources of these types, each type in one of them. */
export function typeQueries(types: readonly string[]): string[] {
  const queries: string[][] = [];
  for (const type of types) {
    const last = queries.at(-1);
    const fits =
      last && last.length < TYPES_TOGETHER && expressionOf([...last, type]).length <= LONGEST_EXPRESSION;
    if (fits) last.push(type);
    else queries.push([type]);
  }
  return queries.map(expressionOf);
}

function expressionOf(types: readonly string[]): string {
  return `SELECT ${FIELDS.join(', ')} WHERE resourceType IN (${types.map((type) => `'${type}'`).join(', ')})`;
}
