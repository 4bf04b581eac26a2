import { expect, test } from 'vitest';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import { statusOf } from '#local/counterparts/organization/world-cases.ts';

const NOW = Date.parse('2027-03-01T08:00:00Z');
const { cases, permitRequests } = makeWorld({ now: NOW }).support;

test('The usual cases are of several accounts, in two languages, open, waiting and resolved', () => {
  expect(new Set(cases.map(({ account }) => account)).size).toBeGreaterThan(2);
  expect(new Set(cases.map(({ language }) => language))).toEqual(new Set(['en', 'ja']));
  const statuses = new Set(cases.map((one) => statusOf(one)));
  for (const status of [
    'pending-customer-action',
    'customer-action-completed',
    'work-in-progress',
    'resolved',
  ])
    expect(statuses).toContain(status);
  expect(cases.some(({ issueType }) => issueType === 'customer-service')).toBe(true);
});

test('They have what is hard to read: many messages, a large file, two ids, a permit that waits', () => {
  expect(Math.max(...cases.map(({ communications }) => communications.length))).toBeGreaterThan(100);
  const files = cases.flatMap(({ communications }) =>
    communications.flatMap(({ attachments }) => attachments),
  );
  expect(files.some(({ bytes }) => bytes > 5 * 1024 * 1024)).toBe(true);
  expect(cases.some(({ caseIds }) => caseIds.length > 1)).toBe(true);
  expect(cases.some(({ displayId }) => Number(displayId).toString().length === 15)).toBe(true);
  expect(permitRequests).toMatchObject([{ status: 'PENDING' }]);
  expect(cases.some(({ displayId }) => displayId === permitRequests[0]?.displayId)).toBe(true);
});

test('They were lately, each in an order of its own time', () => {
  for (const { createdAt, communications, history } of cases) {
    const moments = communications.map(({ at }) => at);
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    const changes = history.map(({ at }) => at);
    expect(changes).toEqual(changes.toSorted((a, b) => a - b));
    expect(createdAt).toBeGreaterThan(NOW - 30 * 86_400_000);
    expect(Math.max(...moments, ...changes)).toBeLessThan(NOW);
  }
});

test('Ids are of one case, message or file alone', () => {
  const messages = cases.flatMap(({ communications }) => communications);
  const ids = [
    ...cases.map(({ displayId }) => displayId),
    ...cases.flatMap(({ caseIds }) => caseIds),
    ...messages.map(({ id }) => id),
    ...messages.flatMap(({ attachments }) => attachments.map(({ id }) => id)),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});
