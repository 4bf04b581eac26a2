import { expect, test } from 'vitest';
import { answerCase, replyToCase, resolveCase } from '#local/counterparts/organization/change-cases.ts';
import { aSweptWorld, SHOP } from '#test/support-cases/a-swept-world.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** A case that AWS has waited for since now, as a sweep saw it. */
async function anAskedCase() {
  const world = aSweptWorld({ remindAfterHours: [24, 72] });
  await world.sweep();
  const { opened } = world.open('Failover');
  await world.sweep();
  const askedAt = world.clock.now;
  answerCase(opened, { body: 'Which cluster?' }, askedAt);
  await world.sweep();
  const at = (hours: number) => askedAt + hours * HOUR_MS;
  const waited = () => world.rowOf(opened.displayId)?.waitedMs;
  const told = () => world.memory.observations.splice(0).map(({ entry }) => entry);
  return { ...world, opened, at, waited, told };
}

test('a wait begins anew where we answered and AWS asked again between two readings', async () => {
  const { opened, at, waited, told, sweep, rowOf } = await anAskedCase();
  await sweep(29.5);
  replyToCase(opened, { body: 'The one of orders' }, at(30.1));
  answerCase(opened, { body: 'Which Region?' }, at(30.2));
  told();
  await sweep();

  expect(rowOf(opened.displayId)).toMatchObject({
    waitingSince: new Date(at(30.2)).toISOString(),
    reminded: [],
  });
  expect(waited()).toBe(30.1 * HOUR_MS);
  expect(told().join()).toMatch(/AWS has been waiting for our answer since .* 07:12 UTC/);

  await sweep(23);
  expect(told()).toEqual([]);
  await sweep(1);
  expect(told().join()).toContain('waited for us for 24 h');
});

test('a second message of AWS begins no other wait', async () => {
  const { opened, at, sweep, rowOf, waited } = await anAskedCase();
  answerCase(opened, { body: 'Are you there?' }, at(2));
  await sweep(2);

  expect(rowOf(opened.displayId)?.waitingSince).toBe(new Date(at(0)).toISOString());
  expect(waited()).toBe(0);
});

test('a wait ends with our first message, whatever we add to it', async () => {
  const { opened, at, sweep, waited } = await anAskedCase();
  replyToCase(opened, { body: 'The one of orders' }, at(1));
  replyToCase(opened, { body: 'By the way' }, at(9));
  await sweep(10);

  expect(waited()).toBe(HOUR_MS);
});

test('a wait that ends without an answer ends when it is seen', async () => {
  const { opened, at, clock, sweep, waited } = await anAskedCase();
  resolveCase(opened, at(5));
  await sweep(5);

  expect(waited()).toBe(clock.now - at(0));
});

const permitOf = (displayId: string, arn: string, createdAt: number) => ({
  account: SHOP,
  arn,
  displayId,
  region: 'us-east-1',
  actions: [],
  status: 'PENDING' as const,
  createdAt,
  updatedAt: createdAt,
});

test('a wait for a permit stays counted when it is over', async () => {
  const { world, opened, at, clock, sweep, waited, rowOf } = await anAskedCase();
  replyToCase(opened, { body: 'The one of orders' }, at(0.25));
  await sweep();
  expect(waited()).toBe(15 * MINUTE_MS);
  const askedAt = clock.now;
  world.permitRequests.push(permitOf(opened.displayId, 'p1', askedAt));
  await sweep(50);
  expect(waited()).toBe(15 * MINUTE_MS);
  world.permitRequests.length = 0;
  await sweep();

  expect(rowOf(opened.displayId)?.permits).toEqual([]);
  expect(waited()).toBe(15 * MINUTE_MS + 50.5 * HOUR_MS);
});

test('time in which AWS waits for an answer and for permits counts once', async () => {
  const { world, opened, at, clock, sweep, waited } = await anAskedCase();
  world.permitRequests.push(permitOf(opened.displayId, 'p1', at(2)), permitOf(opened.displayId, 'p2', at(3)));
  await sweep(4);
  replyToCase(opened, { body: 'The one of orders' }, at(5));
  await sweep();
  // The permit still keeps AWS waiting: what came before is over.
  expect(waited()).toBe(2 * HOUR_MS);
  await sweep(4);
  world.permitRequests.length = 0;
  await sweep();

  expect(waited()).toBe(clock.now - at(0));
});
