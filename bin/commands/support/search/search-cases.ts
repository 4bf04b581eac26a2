import { severalAtOnce } from '#bin/commands/several-at-once.ts';
import type { Cases } from '#bin/commands/support/open-cases.ts';
import { type ReadCase, readThreads } from '#bin/commands/support/read-threads.ts';
import { caseSearch, type SearchableCase } from '#bin/commands/support/search/case-search.ts';
import { findPassage, type Passage } from '#bin/commands/support/search/find-passage.ts';
import { shownCase } from '#bin/commands/support/shown-case.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';

/** Where a message holds what was looked for. */
type MessagePassage = Passage & { key: string; at: string; author: string };
export type CaseHit = { row: CaseRow; subject?: Passage | undefined; passages: MessagePassage[] };

const PASSAGES = 3;
const AT_ONCE = 16;

/** The cases whose subject, messages, service or account hold all words, best first: of `limit` of them where they do. */
export async function searchCases(
  query: string,
  { cases, rows, nameOf, limit }: Search,
  progress: (text: string) => void,
): Promise<{ found: CaseRow[]; hits: CaseHit[] }> {
  const search = caseSearch(query);
  const byId = new Map<string, CaseRow>();
  for await (const read of readThreads(cases, rows, progress)) {
    const one = toSearchable(read, nameOf);
    if (search.add(one)) byId.set(one.id, read.row);
  }
  const found = search.hits().flatMap((id) => byId.get(id) ?? []);
  // Read once more: of all that may be found threads could not be kept.
  const hits = await severalAtOnce(found.slice(0, limit), AT_ONCE, async (row): Promise<CaseHit> => {
    const { messages = [] } = (row.withheld ? undefined : await cases.readThread(row)) ?? {};
    const passages = messages
      .flatMap(({ key, at, author, body }) => {
        const passage = findPassage(body, search.terms);
        return passage ? [{ key, at, author, ...passage }] : [];
      })
      .toSorted((one, other) => other.found - one.found);
    return { row, subject: findPassage(row.subject, search.terms), passages: passages.slice(0, PASSAGES) };
  });
  return { found, hits };
}

type Search = {
  cases: Pick<Cases, 'readThread'>;
  rows: readonly CaseRow[];
  nameOf: (account: string) => string;
  limit: number;
};

/** What of a case is looked into; of a withheld one its number and whose it is. */
function toSearchable({ row: read, thread }: ReadCase, nameOf: (account: string) => string): SearchableCase {
  const { account, displayId, subject, service } = shownCase(read);
  return {
    id: `${account}/${displayId}`,
    subject,
    about: [displayId, service, nameOf(account)].join('\n'),
    body: (thread?.messages ?? [])
      .flatMap(({ body, attachments }) => [body, ...attachments.map(({ fileName }) => fileName)])
      .join('\n'),
  };
}
