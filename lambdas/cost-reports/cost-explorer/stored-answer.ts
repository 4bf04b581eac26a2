import { type PageFacts, pageFacts } from '#lambdas/cost-reports/cost-explorer/page-facts.ts';
import { pagesNameOf, type Question, questionsOf } from '#lambdas/cost-reports/cost-explorer/question.ts';
import type { PageFolder, RawPages, StoredPage } from '#lambdas/cost-reports/cost-explorer/raw-pages.ts';
import type { CostQuery } from '#lambdas/cost-reports/cost-query.ts';

/** What is stored of the answer to a query, page by page. */
export type StoredAnswer = {
  query: CostQuery;
  question: Question;
  folder: PageFolder;
  pages: PageFacts[];
  /** Names of accounts, from whichever page AWS put them on. */
  names: Map<string, string>;
};

/** The answer to the best question that was begun, or an empty one to the best there is. Reads each page once. */
export async function openAnswer(query: CostQuery, raw: RawPages): Promise<StoredAnswer> {
  const answers = await Promise.all(questionsOf(query).map((question) => foundAnswer(query, question, raw)));
  const { answer, stored } = answers.find((found) => found.stored > 0) ?? answers[0]!;
  for (let page = 1; page <= stored; page += 1) notePage(answer, await raw.read(answer.folder, page));
  return answer;
}

/** A question that nothing is stored of yet. */
export function emptyAnswer(query: CostQuery, question: Question, attempt = 1): StoredAnswer {
  const folder = { query: pagesNameOf(query, question), attempt };
  return { query, question, folder, pages: [], names: new Map() };
}

export function notePage(answer: StoredAnswer, page: StoredPage): void {
  answer.pages.push(pageFacts(page, answer.names));
}

/** All pages are there, or all that the query wants. */
export function isComplete({ query, pages }: StoredAnswer): boolean {
  const last = pages.at(-1);
  return last !== undefined && (last.nextToken === undefined || pages.length >= mostPagesOf(query));
}

/** A token that came before leads in a circle (https://github.com/cloudquery/cloudquery/issues/18539). */
export function repeatsToken({ pages }: StoredAnswer): boolean {
  const tokens = pages.flatMap(({ nextToken }) => nextToken ?? []);
  return new Set(tokens).size < tokens.length;
}

function mostPagesOf(query: CostQuery): number {
  return 'mostPages' in query ? (query.mostPages ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
}

async function foundAnswer(query: CostQuery, question: Question, raw: RawPages) {
  const { attempt, pages: stored } = await raw.latest(pagesNameOf(query, question));
  return { answer: emptyAnswer(query, question, attempt), stored };
}
