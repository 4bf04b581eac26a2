import { expect, test } from 'vitest';
import type { CaseApi } from '#lambdas/support-cases/read/case-api.ts';
import { aSweptWorld, SHOP } from '#test/support-cases/a-swept-world.ts';

const named = (name: string) => Object.assign(new Error('AWS says no'), { name });

/** Accounts in which files cannot be had, by their ids; counts how often each is asked for. */
async function withFiles(files: string[], fails: (id: string) => Error | undefined) {
  const swept = aSweptWorld();
  await swept.sweep();
  const { opened } = swept.open('A');
  const [first] = opened.communications;
  if (!first) throw new Error('A case begins with a message');
  first.attachments = files.map((id) => ({ id, fileName: `${id}.txt`, bytes: 1, data: 'eA==' }));
  const asked: string[] = [];
  const { openAccount } = swept.ports;
  swept.ports.openAccount = async (account): Promise<CaseApi> => {
    const api = await openAccount(account);
    const attachment: CaseApi['attachment'] = async (id) => {
      asked.push(id);
      const error = fails(id);
      if (error) throw error;
      return api.attachment(id);
    };
    return { ...api, attachment };
  };
  const stored = () =>
    swept.rowOf(opened.displayId)?.attachments.flatMap(({ id, isStored }) => (isStored ? [id] : []));
  const state = () => swept.memory.readings.get(SHOP)?.reading.state;
  return { ...swept, asked, stored, state };
}

test('a file that AWS never gives fails no sweep, is tried ever more rarely, and given up', async () => {
  const { sweep, asked, stored, state } = await withFiles(['a', 'b'], (id) =>
    id === 'a' ? named('InvalidParameterValueException') : undefined,
  );
  const tries: number[] = [];
  for (let day = 0; day < 14; day += 1) {
    asked.length = 0;
    for (let half = 0; half < 48; half += 1) await sweep();
    tries.push(asked.filter((id) => id === 'a').length);
  }

  expect(state()).toBe('ok');
  expect(stored()).toEqual(['b']);
  expect(tries[0]).toBe(6);
  expect(tries.reduce((sum, each) => sum + each, 0)).toBe(10);
  expect(tries.slice(-5)).toEqual([0, 0, 0, 0, 0]);
});

test.each(['DescribeAttachmentLimitExceeded', 'AccessDeniedException'])(
  'where AWS gives no file at all now (%s) the cases are read all the same, and no file loses a try',
  async (name) => {
    let isOver = false;
    const { sweep, asked, stored, state } = await withFiles(['a', 'b'], () =>
      isOver ? undefined : named(name),
    );
    for (let half = 0; half < 48 * 14; half += 1) await sweep();
    // One question a sweep is enough to know.
    expect(asked.length).toBe(48 * 14);
    expect(state()).toBe('ok');
    isOver = true;
    await sweep();

    expect(stored()).toEqual(['a', 'b']);
  },
);
