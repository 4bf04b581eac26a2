import { beforeEach, describe, expect, test } from 'vitest';
import type { TagMessage } from '#lambdas/required-tags/compliance-event.ts';
import { handleMessages } from '#lambdas/required-tags/handle-messages.ts';
import { type Look, lookName } from '#lambdas/required-tags/look.ts';
import type { TagNews } from '#lambdas/required-tags/tag-news.ts';
import type { TagPorts } from '#lambdas/required-tags/tag-ports.ts';
import { BUCKET } from '#test/contracts/tags/a-policy.ts';
import { ACCOUNT, aLook, anEvaluation, NOW, settings } from '#test/required-tags/an-evaluation.ts';
import { findingsInMemory } from '#test/required-tags/findings-in-memory.ts';
import { toldAlerts } from '#test/told-alerts.ts';

const STACK = {
  'aws:cloudformation:stack-name': 'shop-api',
  'aws:cloudformation:stack-id': 'arn:aws:cloudformation:eu-west-1:111122223333:stack/shop-api/1',
};

let looks: Record<string, Look>;
let asked: TagNews[];
let counts: Record<string, number>[];
let told: ReturnType<typeof toldAlerts>;
let findings: ReturnType<typeof findingsInMemory>;

beforeEach(() => {
  looks = {};
  asked = [];
  counts = [];
  told = toldAlerts();
  findings = findingsInMemory();
});

const ports = (): TagPorts => ({
  settings,
  accountDirectory: (id) => Promise.resolve({ ...ACCOUNT, id }),
  lookAt: (news) => {
    asked.push(...news);
    return Promise.resolve(
      new Map(news.map((one) => [lookName(one), looks[one.id] ?? { status: 'gone' as const }])),
    );
  },
  findings: findings.ports,
  tell: (observation) => told.tell(observation),
  report: (count) => counts.push(count),
  now: () => NOW,
});
const handle = (...messages: TagMessage[]) => handleMessages(messages, ports());
const violates = (id: string, at = '2026-11-22T09:50:00Z') =>
  anEvaluation('NON_COMPLIANT', { id, at, old: 'COMPLIANT' });
const lost = (id: string): TagMessage => ({
  kind: 'recheck',
  account: ACCOUNT.id,
  region: 'eu-west-1',
  type: BUCKET,
  id,
  unwatched: true,
  at: '2026-11-22T09:58:00Z',
});
const complies = (id: string, at: string) => anEvaluation('COMPLIANT', { id, at, old: 'NON_COMPLIANT' });

test('what a stack made is one alert, what nobody’s stack made is another', async () => {
  looks = { a: aLook(STACK), b: aLook(STACK), c: aLook({}) };
  await handle(violates('a'), violates('b'), violates('c'));

  expect(told.all().map(({ title, part }) => [title, part.resources.length])).toEqual([
    ['Required tags: 2 resources of stack shop-api', 2],
    ['Required tags: S3 Bucket logs', 1],
  ]);
});

test('each owner reads of own resources alone (cloud-custodian#7154, #10241, #6547)', async () => {
  looks = {
    a: aLook({ Owner: 'shop' }, { name: 'shop-logs', arn: 'arn:a' }),
    b: aLook({ owner: 'Payments' }, { name: 'payments-logs', arn: 'arn:b' }),
    c: aLook({}, { name: 'nobodys-logs', arn: 'arn:c' }),
  };
  await handle(violates('a'), violates('b'), violates('c'));

  const byOwner = new Map(told.all().map((alert) => [alert.owner, JSON.stringify(alert)]));
  expect(new Set(byOwner.keys())).toEqual(new Set(['payments', 'shop']));
  expect(byOwner.get('shop')).not.toContain('payments-logs');
  expect(byOwner.get('payments')).not.toMatch(/shop-logs|nobodys-logs/);
});

test('what is mended closes its alert, and only channels that know of it hear so', async () => {
  looks = { a: aLook({}) };
  await handle(violates('a'));
  await handle(complies('a', '2026-11-22T09:55:00Z'));

  const [alert] = told.all();
  expect(alert).toMatchObject({ quiet: true, part: { status: 'resolved' } });
  expect(alert?.part.resources).toMatchObject([{ status: 'RESOLVED' }]);
});

test('an owner that changes takes the resource along', async () => {
  looks = { a: aLook({}) };
  await handle(violates('a'));
  looks = { a: aLook({ Owner: 'payments' }) };
  await handle(violates('a', '2026-11-22T09:55:00Z'));

  expect(told.all().map(({ owner, part }) => [owner, part.status])).toEqual([
    ['shop', 'resolved'],
    ['payments', 'open'],
  ]);
});

test('what complies and never was told is neither looked at nor written', async () => {
  await handle(complies('a', '2026-11-22T09:55:00Z'));
  expect(asked).toEqual([]);
  expect(findings.rows.size).toBe(0);
  expect(told.all()).toEqual([]);
});

test('of several messages about a resource the newest counts', async () => {
  looks = { a: aLook({}) };
  await handle(violates('a', '2026-11-22T09:52:00Z'), complies('a', '2026-11-22T09:51:00Z'));
  expect(told.openResources()).toEqual(['arn:aws:s3:::logs']);
});

test('every message that is not told is counted by its reason', async () => {
  looks = { a: aLook({ Owner: 'x', Stage: 'dev' }), b: aLook({}, { name: 'aws-controltower-x' }) };
  await handle(
    violates('a'),
    violates('b'),
    violates('gone'),
    anEvaluation('NON_COMPLIANT', { rule: 'other' }),
  );
  expect(counts).toEqual([{ complies: 1, 'made by AWS': 1, gone: 1 }]);
});

describe('a batch that comes again', () => {
  test('tells again what was written and perhaps never told', async () => {
    looks = { a: aLook({}) };
    const failing = { ...ports(), tell: () => Promise.reject(new Error('SQS is away')) };
    await expect(handleMessages([violates('a')], failing)).rejects.toThrow('SQS is away');
    expect(told.all()).toEqual([]);

    await handle(violates('a'));
    expect(told.openResources()).toEqual(['arn:aws:s3:::logs']);
  });

  test('or newer news that change nothing, tell what was written and never told', async () => {
    looks = { a: aLook({}) };
    const failing = { ...ports(), tell: () => Promise.reject(new Error('SQS is away')) };
    await expect(handleMessages([violates('a')], failing)).rejects.toThrow('SQS is away');

    await handle(violates('a', '2026-11-22T09:55:00Z'));
    expect(told.openResources()).toEqual(['arn:aws:s3:::logs']);
  });

  test.each(['2026-11-22T09:55:00Z', '2026-11-22T09:56:00Z'])(
    'closes the alert that a resource left before its owner was told, with news of %s',
    async (at) => {
      looks = { a: aLook({}) };
      await handle(violates('a'));
      looks = { a: aLook({ Owner: 'payments' }) };
      const failing = { ...ports(), tell: () => Promise.reject(new Error('SQS is away')) };
      await expect(handleMessages([violates('a', '2026-11-22T09:55:00Z')], failing)).rejects.toThrow(
        'SQS is away',
      );

      await handle(violates('a', at));
      expect(told.all().map(({ owner, part }) => [owner, part.status])).toEqual([
        ['shop', 'resolved'],
        ['payments', 'open'],
      ]);
    },
  );

  test('and a sweep that finds what was told already, add nothing to its thread', async () => {
    const [a, b] = [aLook({}), aLook({}, { name: 'more', arn: 'arn:aws:s3:::more' })];
    looks = { a, b };
    await handle(violates('a'));
    await handle(violates('b'));
    const entry = told.all()[0]?.entry;
    expect(entry).toContain('S3 Bucket more');
    await handle(violates('b'));
    // The desk keeps a line that it has.
    expect(told.all()[0]?.entry).toBe(entry);
    const { account, region, at } = { account: ACCOUNT.id, region: 'eu-west-1', at: NOW.toISOString() };
    await handle({ kind: 'recheck', account, region, type: BUCKET, id: 'b', at });
    expect(told.all()[0]).not.toHaveProperty('entry');
    expect(told.openResources()).toHaveLength(2);
  });

  test('says what a crash kept from being told', async () => {
    looks = { a: aLook({}), b: aLook({}, { name: 'more', arn: 'arn:aws:s3:::more' }) };
    await handle(violates('a'), violates('b'));
    const ends = [complies('a', '2026-11-22T09:55:00Z'), complies('b', '2026-11-22T09:55:00Z')];
    let writes = 0;
    const write: TagPorts['findings']['write'] = async (finding) => {
      writes += 1;
      if (writes === 2) throw new Error('killed');
      await findings.ports.write(finding);
    };
    const dying = { ...ports(), findings: { ...findings.ports, write } };
    await expect(handleMessages(ends, dying)).rejects.toThrow('killed');
    await handle(...ends);
    expect(told.all()[0]?.entry).toBe('S3 Bucket logs was mended; S3 Bucket more was mended');
  });

  test('says the same', async () => {
    looks = { a: aLook(STACK), b: aLook({}) };
    await handle(violates('a'), violates('b'));
    const first = told
      .all()
      .map(({ part: { orderedBy: _order, ...part }, entry: _entry, ...words }) => [part, words]);
    await handle(violates('a'), violates('b'));
    const again = told
      .all()
      .map(({ part: { orderedBy: _order, ...part }, entry: _entry, ...words }) => [part, words]);
    expect(again).toEqual(first);
  });
});

describe('the thread says', () => {
  const entries = () => told.all().map(({ entry }) => entry);

  test('nothing of what is new altogether', async () => {
    looks = { a: aLook({}) };
    await handle(violates('a'));
    expect(entries()).toEqual([undefined]);
  });

  test('what came and what went', async () => {
    looks = { a: aLook({}, { name: 'a' }), b: aLook({ Stage: 'test', Owner: ' ' }, { name: 'b' }) };
    await handle(violates('a'));
    await handle(violates('b'), complies('a', '2026-11-22T09:55:00Z'));
    expect(entries()).toEqual([
      'S3 Bucket a was mended; S3 Bucket b: Owner is blank, Stage is not allowed; 1 still open',
    ]);
  });
});

test('a thousand resources of an account come as pages of one part', async () => {
  const ids = Array.from({ length: 1001 }, (_, index) => `b${index}`);
  looks = Object.fromEntries(ids.map((id) => [id, aLook({}, { name: id, arn: `arn:aws:s3:::${id}` })]));
  for (let start = 0; start < ids.length; start += 100) {
    await handle(...ids.slice(start, start + 100).map((id) => violates(id)));
  }
  const [alert] = told.all();
  expect(alert).toMatchObject({
    title: 'Required tags: 1001 resources of shop',
    part: { page: { number: 1, total: 6 } },
  });
  expect(new Set(told.openResources()).size).toBe(1001);
});

test('whoever tells last has seen all that was written, however many do it at once', async () => {
  looks = {
    a: aLook({}, { name: 'a', arn: 'arn:a' }),
    b: aLook({}, { name: 'b', arn: 'arn:b' }),
  };
  const second = Promise.withResolvers<void>();
  const reached = Promise.withResolvers<void>();
  let telling = 0;
  findings = findingsInMemory((call) => {
    if (call !== 'readAlerts' && call !== 'nextVersion') return Promise.resolve();
    telling += 1;
    // The first batch, between its number and its look at the findings.
    if (telling !== 2) return Promise.resolve();
    reached.resolve();
    return second.promise;
  });
  const first = handle(violates('a'));
  await reached.promise;
  await handle(violates('b'));
  second.resolve();
  await first;
  expect(told.openResources()).toEqual(['arn:a', 'arn:b']);
});

test('what is not watched any more ends without a look, and nobody says that it was mended', async () => {
  looks = { a: aLook({}, { name: 'a', arn: 'arn:a' }), b: aLook({}, { name: 'b', arn: 'arn:b' }) };
  await handle(violates('a'), violates('b'));
  asked = [];
  await handle(lost('a'));
  expect(told.all()).toMatchObject([
    {
      part: { status: 'open', resources: [{ id: 'arn:b' }, { id: 'arn:a', status: 'NOT WATCHED' }] },
      entry: 'S3 Bucket a is not watched any more; 1 still open',
    },
  ]);
  await handle(lost('b'));

  const [alert] = told.all();
  expect(asked).toEqual([]);
  expect(alert).toMatchObject({ quiet: true, part: { status: 'resolved' } });
  expect(alert?.summary).toMatch(/^They are not watched any more: .* Nobody has looked whether/);
  expect(JSON.stringify(alert)).not.toMatch(/mended|RESOLVED/);
});

test('a finding keeps the time of the evaluation that ended it', async () => {
  looks = { a: aLook({}) };
  await handle(violates('a'));
  await handle(complies('a', '2026-11-22T09:55:00Z'));
  expect([...findings.rows.values()].map(({ orderedBy }) => orderedBy)).toEqual([
    Date.parse('2026-11-22T09:55:00Z'),
  ]);
});
