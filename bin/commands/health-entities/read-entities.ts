import type { AffectedEntity } from '@aws-sdk/client-health';
import { PUBLIC_PART } from '#lambdas/contracts/health-alert-key.ts';
import type { HealthApi } from '#lambdas/health-reconcile/health-api.ts';

/** What an event affects. `unanswered`: accounts of which AWS told nothing. */
export type EventEntities = {
  isPublic: boolean;
  entities: Entity[];
  unanswered: string[];
};
export type Entity = { account: string; id: string; status: string; updatedAt?: string; url?: string };

/** So many accounts between two words of progress. */
const ACCOUNTS_AT_A_TIME = 100;

/** The resources of an event, account by account; undefined where AWS Health knows no such event. */
export async function readEntities(
  api: Pick<HealthApi, 'listParts' | 'listEntities'>,
  eventArn: string,
  progress: (text: string) => void,
): Promise<EventEntities | undefined> {
  const parts = await api.listParts(eventArn);
  if (parts.length === 0) return undefined;
  if (parts.includes(PUBLIC_PART)) return { isPublic: true, entities: [], unanswered: [] };

  const entities: Entity[] = [];
  const unanswered: string[] = [];
  for (let start = 0; start < parts.length; start += ACCOUNTS_AT_A_TIME) {
    if (start > 0) progress(`${start} of ${parts.length} accounts …`);
    const some = parts.slice(start, start + ACCOUNTS_AT_A_TIME);
    const { found } = await api.listEntities(eventArn, some);
    unanswered.push(...some.filter((account) => !found.has(account)));
    for (const [account, list] of found) entities.push(...list.map((entity) => toEntity(entity, account)));
  }
  return { isPublic: false, entities: entities.sort(byAccountAndId), unanswered };
}

function toEntity(entity: AffectedEntity, account: string): Entity {
  const {
    awsAccountId = account,
    entityValue = '',
    statusCode = 'UNKNOWN',
    lastUpdatedTime,
    entityUrl,
  } = entity;
  return {
    account: awsAccountId,
    id: entityValue,
    status: statusCode,
    ...(lastUpdatedTime ? { updatedAt: lastUpdatedTime.toISOString() } : {}),
    ...(entityUrl ? { url: entityUrl } : {}),
  };
}

function byAccountAndId(a: Entity, b: Entity): number {
  const [x, y] = [a, b].map(({ account, id }) => `${account} ${id}`) as [string, string];
  return x < y ? -1 : Number(x > y);
}
