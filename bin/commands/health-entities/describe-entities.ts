import { textTable } from '#bin/commands/command-line/text-table.ts';
import type { Entity, EventEntities } from '#bin/commands/health-entities/read-entities.ts';

const HEADINGS = ['ACCOUNT', 'STATUS', 'UPDATED (UTC)', 'RESOURCE'];

/** The resources of an event as a table, with a line below that counts them. */
export function describeEntities({ isPublic, entities, unanswered }: EventEntities): string {
  if (isPublic) return 'The event is public: it is about a service, and AWS names no resources of it.';
  const table = entities.length > 0 ? [...textTable([HEADINGS, ...entities.map(cellsOf)]), ''] : [];
  const missing =
    unanswered.length > 0 ? [`AWS told nothing of ${unanswered.length}: ${unanswered.join(', ')}.`] : [];
  return [...table, countLine(entities), ...missing].join('\n');
}

/** `3 resources in 2 accounts: 2 PENDING, 1 RESOLVED.` */
function countLine(entities: Entity[]): string {
  if (entities.length === 0) return 'AWS names no resources of this event.';
  const accounts = new Set(entities.map(({ account }) => account)).size;
  const byStatus = [...Map.groupBy(entities, ({ status }) => status)].sort(([a], [b]) => (a < b ? -1 : 1));
  const statuses = byStatus.map(([status, { length }]) => `${length} ${status}`).join(', ');
  return `${counted(entities.length, 'resource')} in ${counted(accounts, 'account')}: ${statuses}.`;
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function cellsOf({ account, status, updatedAt = '', id }: Entity): string[] {
  return [account, status, updatedAt.slice(0, 16).replace('T', ' '), id];
}
