import { isInvalid } from '#lambdas/trusted-advisor-sweep/read/advisor-errors.ts';

export type Answers<Answer> = { answers: Answer[]; refused: string[] };

/**
 * Asks about many ids, so many at once. AWS refuses a batch as a whole when one of its ids is gone: the batch is halved
 * until that one is found and left out.
 */
export async function askInBatches<Answer>(
  ids: readonly string[],
  size: number,
  ask: (ids: string[]) => Promise<Answer[]>,
): Promise<Answers<Answer>> {
  const found: Answers<Answer> = { answers: [], refused: [] };
  for (let start = 0; start < ids.length; start += size) {
    await askHalving(ids.slice(start, start + size), ask, found);
  }
  return found;
}

async function askHalving<Answer>(
  ids: string[],
  ask: (ids: string[]) => Promise<Answer[]>,
  found: Answers<Answer>,
): Promise<void> {
  try {
    found.answers.push(...(await ask(ids)));
  } catch (error) {
    if (!isInvalid(error)) throw error;
    if (ids.length === 1) {
      found.refused.push(...ids);
      return;
    }
    const middle = Math.ceil(ids.length / 2);
    await askHalving(ids.slice(0, middle), ask, found);
    await askHalving(ids.slice(middle), ask, found);
  }
}
