import { beforeEach, describe, expect, test } from 'vitest';
import { handleMessage } from '#lambdas/case-trackers/handle-message.ts';
import { ItemGoneError, LimitedError } from '#lambdas/case-trackers/tracker-errors.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import type { CaseThread } from '#lambdas/contracts/support/case-thread.ts';
import { BusyError, RetryLaterError } from '#lambdas/runtime/errors.ts';
import { aRow, aThread, aThreadMessage } from '../a-case.ts';
import { GITHUB, memoryPorts, nameOf } from '../memory-ports.ts';
import { type Call, memoryTracker } from '../memory-tracker.ts';

let now: number;
let failure: { call: string; error: Error } | undefined;
let world: { cases: Map<string, CaseRow>; threads: Map<string, CaseThread> };
let bench: ReturnType<typeof open>;

function open(settings = GITHUB) {
  const clock = () => new Date(now);
  const call: Call = async (name, work) => {
    if (failure?.call === name) throw failure.error;
    return work();
  };
  const { tracker, items } = memoryTracker(call, clock);
  return { ...memoryPorts({ world, tracker, now: clock, settings }), items };
}

beforeEach(() => {
  now = Date.parse('2026-11-20T04:00:00.000Z');
  failure = undefined;
  world = { cases: new Map(), threads: new Map() };
  bench = open();
});

function put(changes: Partial<CaseRow>, bodies: string[]): void {
  const before = [...world.cases.values()][0];
  const messages = bodies.map((body, index) => aThreadMessage(`k${index}`, body));
  const key = `redacted/${now}`;
  world.threads.set(key, aThread(messages));
  const newest = { key: `k${bodies.length - 1}`, at: new Date(now).toISOString(), from: 'aws' as const };
  const version = (before?.version ?? 0) + 1;
  const row = aRow({
    newest,
    messages: bodies.length,
    ...changes,
    thread: { raw: '', redacted: key },
    version,
  });
  world.cases.set(nameOf(row), row);
}
const sweep = async () => {
  now += 200_000;
  await handleMessage({ kind: 'sweep' }, bench.ports);
};
const item = () => bench.items[0] as (typeof bench.items)[number];

describe('people', () => {
  test('who close an issue are left alone, until the case has news', async () => {
    put({}, ['One']);
    await sweep();
    item().isClosed = true;
    put({ subject: 'Redacted anew' }, ['One']);
    await sweep();
    expect(item().isClosed).toBe(true);

    put({}, ['One', 'Two']);
    await sweep();
    expect(item().isClosed).toBe(false);
  });

  test('who open the issue of a resolved case again keep it open', async () => {
    put({}, ['One']);
    await sweep();
    put({ status: 'resolved' }, ['One']);
    await sweep();
    expect(item().isClosed).toBe(true);
    item().isClosed = false;
    put({ status: 'resolved' }, ['One', 'A survey']);
    await sweep();

    expect(item().isClosed).toBe(false);
    expect(item().comments).toHaveLength(2);
  });

  test('who took the label of the state off, or put others on, are left alone until the state is another', async () => {
    put({ status: 'pending-customer-action' }, ['One']);
    await sweep();
    item().labels = ['team-a'];
    put({ status: 'pending-customer-action' }, ['One', 'Two']);
    await sweep();
    expect(item().labels).toEqual(['team-a']);

    put({ status: 'work-in-progress' }, ['One', 'Two']);
    await sweep();
    expect(item().labels).toEqual(['team-a', 'in-progress']);
  });

  test('who edited a comment keep their words; what AWS took out is said in another', async () => {
    put({}, ['My key is AKIA']);
    await sweep();
    const [comment] = item().comments;
    if (comment) comment.body = 'My own words';
    put({}, ['My key is [REDACTED_BY_AWS]']);
    await sweep();
    await sweep();

    expect(item().comments.map(({ body }) => body)).toEqual([
      'My own words',
      expect.stringContaining('edited by hand'),
    ]);
    expect(item().comments[1]?.body).toContain('REDACTED');
    put({}, ['My key is [REDACTED_BY_AWS] twice']);
    await sweep();
    expect(item().comments).toHaveLength(2);
    expect(item().comments[1]?.body).toContain('twice');
  });

  test('who edited the issue keep their words, which is said in a comment', async () => {
    put({}, ['One']);
    await sweep();
    item().title = 'Our own title';
    put({ subject: 'Another subject' }, ['One']);
    await sweep();
    await sweep();

    expect(item().title).toBe('Our own title');
    expect(item().comments).toHaveLength(2);
    expect(item().comments[1]?.body).toContain('edited by hand');
  });

  test('who deleted a comment do not get it back', async () => {
    put({}, ['One', 'Two']);
    await sweep();
    item().comments.shift();
    put({}, ['One, redacted', 'Two']);
    await sweep();

    expect(item().comments).toHaveLength(1);
  });

  test('who deleted the issue get no other', async () => {
    put({}, ['One']);
    await sweep();
    failure = { call: 'readItem', error: new ItemGoneError('gone') };
    put({ status: 'resolved' }, ['One']);
    await sweep();
    failure = undefined;
    put({ status: 'reopened' }, ['One', 'Two']);
    await sweep();

    expect(bench.items).toHaveLength(1);
    expect(item().comments).toHaveLength(1);
    expect([...bench.links.values()][0]?.isGone).toBe(true);
  });
});

describe('which cases', () => {
  const resolvedAt = '2026-11-19T00:00:00.000Z';
  test.each([
    { what: 'an open one that was there before Reeve', row: { isBaseline: true as const }, items: 1 },
    {
      what: 'a resolved one that was there before Reeve',
      row: { isBaseline: true as const, status: 'resolved', resolvedAt },
      items: 0,
    },
    { what: 'one that was opened and resolved meanwhile', row: { status: 'resolved', resolvedAt }, items: 1 },
    {
      what: 'one that was over long ago',
      row: { status: 'resolved', resolvedAt: '2026-10-01T00:00:00.000Z' },
      items: 0,
    },
  ])('$what: $items', async ({ row, items }) => {
    put(row, ['One']);
    await sweep();

    expect(bench.items).toHaveLength(items);
  });

  test('two ids of one case are one issue (aws-samples/sample-zendesk-aws-support-connector)', async () => {
    put({ caseIds: ['case-1-muen-2026-a'] }, ['One']);
    await sweep();
    put({ caseIds: ['case-1-mufr-2026-b', 'case-1-muen-2026-a'] }, ['One', 'Two']);
    await sweep();

    expect(bench.items).toHaveLength(1);
  });

  test('of an account that the tracker does not get, none', async () => {
    bench = open({ ...GITHUB, accounts: ['999988887777'] });
    put({}, ['One']);
    await sweep();
    await handleMessage({ account: '111122223333', displayId: '176962049400621' }, bench.ports);

    expect(bench.items).toHaveLength(0);
  });
});

describe('a tracker', () => {
  test('that wants its peace is asked again after it, and its wait is no failure', async () => {
    put({}, ['One']);
    failure = { call: 'openItem', error: new LimitedError('limited', { afterSeconds: 3600 }) };
    await sweep();
    failure = undefined;
    await sweep();
    expect(bench.items).toHaveLength(0);

    now += 3_600_000;
    await sweep();
    expect(bench.items).toHaveLength(1);
  });

  test('that two runs were told to leave alone is no failure of the second', async () => {
    put({}, ['One']);
    failure = { call: 'openItem', error: new LimitedError('limited', { afterSeconds: 3600 }) };
    const error = new RetryLaterError('Another has written the row meanwhile');
    bench.ports.writeHealth = () => Promise.reject(error);
    await sweep();

    expect(bench.notes.some(({ fields }) => fields['isPaused'] === true)).toBe(true);
  });

  test('that cannot be reached is a failure after hours only', async () => {
    put({}, ['One']);
    failure = { call: 'openItem', error: new RetryLaterError('down') };
    await sweep();
    now += 2 * 3_600_000;
    await sweep();
    expect(bench.reports).toHaveLength(0);
    // Nothing is to be done for it, which proves nothing of the tracker.
    await handleMessage({ account: '111122223333', displayId: '7' }, bench.ports);

    now += 2 * 3_600_000;
    await expect(sweep()).rejects.toThrow('not in their tracker');
    expect(bench.reports).toHaveLength(1);
    failure = undefined;
    await sweep();
    expect([...bench.health.values()].map(({ health }) => health)).toEqual([{}]);
  });

  test('whose runs meet for hours is not failing', async () => {
    put({}, ['One']);
    failure = { call: 'writeLink', error: new BusyError('Another has written the row meanwhile') };
    await sweep();
    now += 4 * 3_600_000;
    await sweep();

    expect(bench.reports).toHaveLength(0);
  });

  test('that refuses one case gets the others, and somebody hears of it', async () => {
    put({}, ['One']);
    world.cases.set('111122223333/2', aRow({ displayId: '2', thread: { raw: '', redacted: 'nothing' } }));
    world.cases.set('111122223333/3', {
      ...aRow({ displayId: '3' }),
      thread: [...world.cases.values()][0]?.thread ?? aRow().thread,
    });
    await sweep();

    expect(bench.items).toHaveLength(2);
    expect(bench.notes.some(({ fields }) => fields['cases'] === 1)).toBe(true);
  });

  test('with links alone gets who wrote when, and no text', async () => {
    bench = open({ ...GITHUB, text: 'link' });
    put({}, ['A secret thing']);
    await sweep();

    expect(JSON.stringify(bench.items)).not.toContain('secret thing');
    expect(JSON.stringify(bench.items)).not.toContain('does not start');
    expect(item().comments[0]?.body).toContain('Read it in the console');
  });
});

test('a tracker that is sent to another repository begins anew there, and touches nothing by the old numbers', async () => {
  put({}, ['One']);
  await sweep();
  const { links } = bench;
  bench = open({ ...GITHUB, repository: 'example/another' } as typeof GITHUB);
  // There its number is that of an issue of others.
  for (const [name, { item: former, ...link }] of links) {
    bench.links.set(name, { ...link, item: { hash: '', sent: [], ...former, ...others() } });
  }
  bench.items.push({
    ...others(),
    title: 'Not ours',
    body: 'Of others',
    isClosed: false,
    labels: [],
    comments: [],
    at: '',
  });
  put({}, ['One', 'Two']);
  await sweep();

  expect(bench.items).toHaveLength(2);
  expect(bench.items[0]).toMatchObject({ body: 'Of others', comments: [] });
  expect(bench.items[1]?.comments).toHaveLength(2);
});

function others() {
  return { id: 'i9', url: '' };
}
