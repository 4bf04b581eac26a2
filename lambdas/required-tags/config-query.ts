import { readTags, type TaggedItem } from '#lambdas/contracts/tags/read-tags.ts';
import { RESOURCE_FIELDS } from '#lambdas/contracts/tags/resource-fields.ts';
import type { LookedAt } from '#lambdas/required-tags/look.ts';
import type { TagNews } from '#lambdas/required-tags/tag-news.ts';

/** AWS Config takes 4,096 characters. */
const EXPRESSION_CHARACTERS = 4000;

type Named = Pick<TagNews, 'type' | 'id'>;

/** One question about some resources of an account and Region. */
export type ConfigQuery = { expression: string; asked: Named[] };

/**
 * The questions that name all the resources, each within what AWS Config takes. What cannot be written between its
 * quotes is not asked about: there is no way to escape one.
 * https://docs.aws.amazon.com/config/latest/developerguide/query-components.html
 */
export function configQueries(resources: readonly Named[]): ConfigQuery[] {
  const askable = resources.filter(({ type, id }) => !/['\\]/.test(type + id));
  const queries: ConfigQuery[] = [];
  for (const [type, some] of Map.groupBy(askable, (resource) => resource.type)) {
    let asked: Named[] = [];
    for (const resource of some) {
      if (expressionOf(type, [...asked, resource]).length > EXPRESSION_CHARACTERS && asked.length > 0) {
        queries.push({ expression: expressionOf(type, asked), asked });
        asked = [];
      }
      asked.push(resource);
    }
    queries.push({ expression: expressionOf(type, asked), asked });
  }
  return queries;
}

function expressionOf(type: string, asked: Named[]): string {
  const ids = asked.map(({ id }) => `'${id}'`).join(', ');
  return `SELECT ${RESOURCE_FIELDS.join(', ')} WHERE resourceType = '${type}' AND resourceId IN (${ids})`;
}

/** A row of an advanced query, as far as it is read. */
type QueryRow = TaggedItem & {
  resourceType?: unknown;
  resourceId?: unknown;
  resourceName?: unknown;
  arn?: unknown;
  resourceCreationTime?: unknown;
};

/** A row of the answer, which AWS Config writes as JSON in a string; undefined: it names no resource. */
export function toLookedAt(text: string): (Named & { resource: LookedAt }) | undefined {
  const row = JSON.parse(text) as QueryRow;
  const { resourceType: type, resourceId: id, resourceName: name, arn, configuration } = row;
  if (typeof type !== 'string' || typeof id !== 'string') return undefined;
  const { resourceCreationTime: created } = row;
  const createdAt = typeof created === 'string' ? Date.parse(created) : Number.NaN;
  return {
    type,
    id,
    resource: {
      ...(typeof name === 'string' && name !== '' ? { name } : {}),
      ...(typeof arn === 'string' && arn !== '' ? { arn } : {}),
      ...(Number.isNaN(createdAt) ? {} : { createdAt }),
      tags: readTags(row),
      configuration: toRecord(configuration),
    },
  };
}

function toRecord(value: unknown): Record<string, unknown> {
  const isRecord = value !== null && typeof value === 'object' && !Array.isArray(value);
  return isRecord ? (value as Record<string, unknown>) : {};
}
