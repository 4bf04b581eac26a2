import { expect, test } from 'vitest';
import { sideBySide } from '#lambdas/tag-coverage/read/side-by-side.ts';

async function all(lists: AsyncIterable<number>[], limit: number): Promise<number[]> {
  const found: number[] = [];
  for await (const batch of sideBySide(lists, limit)) found.push(batch);
  return found;
}
async function* pages(first: number, count: number, events: string[] = []) {
  for (let page = first; page < first + count; page += 1) {
    events.push(`asked ${page}`);
    await Promise.resolve();
    yield page;
  }
}

test.each([1, 2, 3, 9])('every page of every list comes once, %i lists at a time', async (limit) => {
  const found = await all([pages(0, 3), pages(10, 0), pages(20, 5), pages(30, 1)], limit);

  expect(found.sort((a, b) => a - b)).toEqual([0, 1, 2, 20, 21, 22, 23, 24, 30]);
});

test('no list is begun before there is room for it, and none is read ahead by more than a page', async () => {
  const events: string[] = [];
  const lists = [pages(0, 2, events), pages(10, 2, events), pages(20, 1, events)];
  const reading = sideBySide(lists, 2);
  await reading.next();

  expect(events).not.toContain('asked 20');
  expect(events.length).toBeLessThanOrEqual(4);
  await reading.return(undefined);
});

test('one that fails fails all', async () => {
  async function* broken(): AsyncGenerator<number> {
    yield 1;
    throw new Error('no more');
  }
  await expect(all([pages(0, 50), broken()], 2)).rejects.toThrow('no more');
});

test('a slow list holds up no other', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  async function* slow() {
    await held;
    yield 99;
  }
  const found: number[] = [];
  for await (const page of sideBySide([slow(), pages(0, 3)], 2)) {
    found.push(page);
    if (found.length === 3) release();
  }
  expect(found).toEqual([0, 1, 2, 99]);
});
