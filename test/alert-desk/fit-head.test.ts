import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitHead } from '#lambdas/alert-desk/fit-head.ts';
import { HEAD_LIMIT_BYTES, type Head, SAMPLE_SIZE, type View } from '#lambdas/contracts/ledger.ts';

const AT = '2026-03-10T12:00:00.000Z';

function aView({ accounts = 0, resources = 0, nameLength = 40 } = {}): View {
  return {
    parts: 4321,
    standing: { 'open/error': 4000, 'resolved/info': 321 },
    resources: 123_456,
    resourceStatus: { IMPAIRED: 1000, PENDING: 122_456 },
    pages: { seen: 9, total: 10 },
    accountSample: Array.from({ length: accounts }, (_, index) => ({
      part: `1111222233${index}`,
      account: `1111222233${index}`,
      status: 'open' as const,
      resources: 7,
    })),
    resourceSample: Array.from({ length: resources }, (_, index) => ({
      part: '111122223333',
      id: `i-${index}`.padEnd(nameLength, 'x'),
    })),
  };
}

function aHead(channels: number, view: View, { summary = 'Something happens.', entries = 0 } = {}): Head {
  return {
    key: 'health/one',
    revision: 70,
    status: 'open',
    content: {
      source: 'health',
      scope: 'health/one',
      severity: 'error',
      title: 'EC2: something happens',
      summary,
      facts: [],
      links: [],
      labels: { service: ['EC2'] },
      remindAt: [],
      related: [],
      actions: [],
      status: 'open',
      orderedBy: [['time', 1_773_144_000_000]],
      hash: 'YWJjZGVmZ2hpamts',
    },
    views: Object.fromEntries(Array.from({ length: channels }, (_, index) => [`channel-${index}`, view])),
    sampleSize: SAMPLE_SIZE,
    entries: Array.from({ length: entries }, (_, index) => ({
      revision: index,
      at: AT,
      text: `${index} `.padEnd(300, 'x'),
    })),
    applied: Array.from({ length: 60 }, (_, index) => [index, 'a1b2c3d4e5']),
    openedAt: AT,
    updatedAt: AT,
    remindedUntil: AT,
  };
}

const bytesOf = (head: Head) => Buffer.byteLength(JSON.stringify(head));
const countsOf = ({ views }: Head) =>
  Object.entries(views).map(([channel, { accountSample: _a, resourceSample: _r, ...counts }]) => [
    channel,
    counts,
  ]);

test('a head that fits stays as it is', () => {
  const head = aHead(2, aView({ accounts: 20, resources: 20 }), { entries: 20 });
  expect(fitHead(head)).toEqual(head);
});

describe('a head that is too large', () => {
  test('gives up names first, in all views alike, and keeps its history', () => {
    const fitted = fitHead(aHead(8, aView({ accounts: 20, resources: 20 }), { entries: 20 }));
    expect(fitted.sampleSize).toBe(10);
    const lengths = Object.values(fitted.views).flatMap((view) => [
      view.accountSample.length,
      view.resourceSample.length,
    ]);
    expect(new Set(lengths)).toEqual(new Set([10]));
    expect(fitted.entries).toHaveLength(20);
  });

  test('with a hundred channels and the longest text keeps all its counts in 32 KB', () => {
    const summary = 'x'.repeat(6000);
    const head = aHead(100, aView({ accounts: 20, resources: 20 }), { summary, entries: 20 });
    const fitted = fitHead(head);
    expect(bytesOf(fitted)).toBeLessThanOrEqual(HEAD_LIMIT_BYTES);
    expect(countsOf(fitted)).toEqual(countsOf(head));
    expect(fitted.content).toEqual(head.content);
  });

  test('of a hundred channels with long names and a text in Japanese still fits, with all its counts', () => {
    const view = aView({ accounts: 20, resources: 20 });
    const head = aHead(100, view, { summary: '障'.repeat(6000), entries: 20 });
    const longNames = Object.entries(head.views).map(([channel, v]) => [channel.padEnd(32, '-'), v] as const);
    const long = { ...head, views: Object.fromEntries(longNames) };
    const fitted = fitHead(long);
    expect(bytesOf(fitted)).toBeLessThanOrEqual(HEAD_LIMIT_BYTES);
    expect(countsOf(fitted)).toEqual(countsOf(long));
    expect(head.content.summary.startsWith(fitted.content.summary)).toBe(true);
  });

  test('cuts the words that it does not speak as well', () => {
    const head = aHead(100, aView({ accounts: 20, resources: 20 }), { summary: '', entries: 20 });
    const unspoken = { ...head.content, status: 'resolved' as const, summary: '障'.repeat(9000) };
    const fitted = fitHead({ ...head, unspoken });
    expect(bytesOf(fitted)).toBeLessThanOrEqual(HEAD_LIMIT_BYTES);
    expect(unspoken.summary.startsWith(fitted.unspoken?.summary ?? 'x')).toBe(true);
  });

  test('gives up the oldest lines of its history after all names', () => {
    const fitted = fitHead(
      aHead(90, aView({ accounts: 20, resources: 20 }), { entries: 20, summary: 'x'.repeat(6000) }),
    );
    expect(fitted.sampleSize).toBe(0);
    expect(fitted.entries.length).toBeGreaterThan(0);
    expect(fitted.entries.at(-1)?.text).toMatch(/^19 /);
  });
});

test('of any head the counts and words stay, the names and lines are the first and the newest', () => {
  const shape = fc.record({
    channels: fc.integer({ min: 0, max: 100 }),
    accounts: fc.integer({ min: 0, max: SAMPLE_SIZE }),
    resources: fc.integer({ min: 0, max: SAMPLE_SIZE }),
    nameLength: fc.integer({ min: 5, max: 2000 }),
    entries: fc.integer({ min: 0, max: 20 }),
    summary: fc.string({ maxLength: 500 }),
  });
  fc.assert(
    fc.property(shape, ({ channels, summary, entries, ...samples }) => {
      const head = aHead(channels, aView(samples), { summary, entries });
      const fitted = fitHead(head);
      expect(bytesOf(fitted)).toBeLessThanOrEqual(HEAD_LIMIT_BYTES);
      expect(countsOf(fitted)).toEqual(countsOf(head));
      expect(fitted.content).toEqual(head.content);
      expect(fitted.entries).toEqual(head.entries.slice(head.entries.length - fitted.entries.length));
      for (const [channel, { accountSample, resourceSample }] of Object.entries(fitted.views)) {
        const whole = head.views[channel];
        expect(accountSample).toEqual(whole?.accountSample.slice(0, fitted.sampleSize));
        expect(resourceSample).toEqual(whole?.resourceSample.slice(0, fitted.sampleSize));
      }
      expect(fitHead(fitted)).toEqual(fitted);
    }),
    { numRuns: 60 },
  );
});
