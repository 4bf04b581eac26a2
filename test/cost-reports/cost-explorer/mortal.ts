import type { Ask } from '#lambdas/cost-reports/cost-explorer/ask.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';

/** When a function is killed: around the request for a page, or around the storing of its answer. */
export const DEATHS = ['before the request', 'answer lost', 'before storing', 'after storing'] as const;
export type Death = (typeof DEATHS)[number];

/** Deaths after which the page has to be bought again. */
export const COSTLY: readonly Death[] = ['answer lost', 'before storing'];

/**
 * Kills a process at chosen requests, counted over all its lives: nothing that it does afterwards reaches the
 * store or AWS, so what its code would tidy up after an error is not done.
 */
export function mortal(store: ReportStore, ask: Ask, deaths: ReadonlyMap<number, Death>) {
  let requests = 0;
  let died = false;
  let death: Death | undefined;
  const causes: Death[] = [];

  function die(): never {
    died = true;
    if (death) causes.push(death);
    throw new Error('Killed');
  }
  async function alive<T>(act: () => Promise<T>): Promise<T> {
    if (died) throw new Error('Dead');
    return act();
  }

  const mortalStore: ReportStore = {
    read: (key) => alive(() => store.read(key)),
    list: (prefix) => alive(() => store.list(prefix)),
    write: (key, chunks, kind) =>
      alive(async () => {
        const isPage = key.startsWith('raw/');
        if (isPage && death === 'before storing') die();
        await store.write(key, chunks, kind);
        if (isPage && death === 'after storing') die();
      }),
  };
  const mortalAsk: Ask = (operation, input, reserve) =>
    alive(async () => {
      requests += 1;
      death = deaths.get(requests);
      if (death === 'before the request') die();
      const answered = await ask(operation, input, reserve);
      if (death === 'answer lost') die();
      return answered;
    });

  return {
    store: mortalStore,
    ask: mortalAsk,
    /** What it died of, in order. */
    causes,
    /** Whether it was killed since the last time; it lives again. */
    revive: () => {
      const wasDead = died;
      died = false;
      death = undefined;
      return wasDead;
    },
  };
}
