import { rawPageKey, rawRunPrefix } from '#lambdas/contracts/report-keys.ts';
import type { Question } from '#lambdas/cost-reports/cost-explorer/question.ts';
import { type ReportStore, readJson, writeJson } from '#lambdas/runtime/report-store.ts';

/** A page as it came, with what was asked for it. */
export type StoredPage = {
  question: Question;
  /** The token that it was asked with; absent on the first. */
  token?: string | undefined;
  nextToken?: string | undefined;
  fetchedAt: string;
  page: number;
  answer: unknown;
};

/** Pages of one question in one run. An attempt that AWS broke off stays as it is; the next one begins anew. */
export type PageFolder = { query: string; attempt: number };
export type RawPages = ReturnType<typeof rawPages>;

const PAGE_FILE = /^(?:-(\d+))?\/page-(\d+)\.json\.gz$/;

/** The pages of a run in the report store: each is written once, before the next one is asked for. */
export function rawPages(store: ReportStore, run: string) {
  const placeOf = ({ query, attempt }: PageFolder) => ({
    query,
    month: run.slice(0, 7),
    run: attempt === 1 ? run : `${run}-${attempt}`,
  });
  const keyOf = (folder: PageFolder, page: number) => rawPageKey({ ...placeOf(folder), page });

  return {
    /** The latest attempt, and how many pages it has. */
    async latest(query: string): Promise<{ attempt: number; pages: number }> {
      const prefix = rawRunPrefix(placeOf({ query, attempt: 1 })).slice(0, -1);
      const found = (await store.list(prefix)).flatMap((key) => {
        const [, attempt = '1', page] = PAGE_FILE.exec(key.slice(prefix.length)) ?? [];
        return page ? [{ attempt: Number(attempt), page: Number(page) }] : [];
      });
      const attempt = Math.max(1, ...found.map((file) => file.attempt));
      return { attempt, pages: found.filter((file) => file.attempt === attempt).length };
    },

    async read(folder: PageFolder, page: number): Promise<StoredPage> {
      const stored = await readJson<StoredPage>(store, keyOf(folder, page));
      if (!stored) throw new Error('A stored page is missing');
      return stored;
    },

    write: (folder: PageFolder, page: StoredPage) => writeJson(store, keyOf(folder, page.page), page),
  };
}
