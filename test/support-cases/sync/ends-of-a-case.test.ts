import { expect, test } from 'vitest';
import { handleEvent } from '#lambdas/support-cases/handle-event.ts';
import { SupportEvent } from '#lambdas/support-cases/support-event.ts';
import { answerCase, reopenCase, resolveCase } from '#local/counterparts/organization/change-cases.ts';
import { aSweptWorld } from '#test/support-cases/a-swept-world.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

test('a case that was reopened and resolved again unseen was resolved when the event of that says', async () => {
  const { clock, memory, open, ports, rowOf, sweep } = aSweptWorld({ remindReopenDays: 3 });
  await sweep();
  const { opened } = open('Failover');
  await sweep();
  resolveCase(opened, clock.now);
  await sweep();
  clock.now += 12 * DAY_MS;
  await sweep();
  expect(rowOf(opened.displayId)?.reminded).toEqual(['reopen-ends']);
  reopenCase(opened, { body: 'Again' }, clock.now);
  const again = clock.now + 10 * MINUTE_MS;
  const event = resolveCase(opened, again);
  clock.now += 11 * MINUTE_MS;
  memory.observations.length = 0;
  await handleEvent(SupportEvent.parse(event), ports);

  expect(rowOf(opened.displayId)).toMatchObject({
    resolvedAt: new Date(again).toISOString(),
    reminded: [],
  });
  expect(memory.observations.map(({ entry }) => entry).join()).toMatch(
    /We answered on .*The case was resolved on /,
  );
});

test('an event of an earlier end, or none, changes nothing of when a case was resolved', async () => {
  const { clock, open, ports, rowOf, sweep } = aSweptWorld();
  await sweep();
  const { opened } = open('Failover');
  await sweep();
  const event = resolveCase(opened, clock.now + MINUTE_MS);
  await sweep();
  const first = rowOf(opened.displayId)?.resolvedAt;
  answerCase(opened, { body: 'How did we do?' }, clock.now);
  resolveCase(opened, clock.now);
  clock.now += MINUTE_MS;
  await handleEvent(SupportEvent.parse(event), ports);
  expect(rowOf(opened.displayId)).toMatchObject({ messages: 2, resolvedAt: first });
  answerCase(opened, { body: 'Tell us' }, clock.now);
  resolveCase(opened, clock.now);
  await sweep(24);

  expect(rowOf(opened.displayId)).toMatchObject({ messages: 3, resolvedAt: first });
});

test('a case whose first message is of AWS was opened by AWS, though it was written a moment later', async () => {
  const { clock, open, rowOf, sweep } = aSweptWorld();
  await sweep();
  const byAws = open('Your instance retires').opened;
  const byUs = open('Failover').opened;
  for (const message of byAws.communications) {
    message.submittedBy = 'Amazon Web Services';
    message.at += 45;
  }
  const answeredAt = clock.now + 3;
  answerCase(byUs, { body: 'We look into it' }, answeredAt);
  await sweep();

  expect(rowOf(byAws.displayId)?.openedBy).toBe('aws');
  expect(rowOf(byAws.displayId)?.firstAnswerAt).toBeUndefined();
  expect(rowOf(byUs.displayId)?.openedBy).toBeUndefined();
  expect(rowOf(byUs.displayId)?.firstAnswerAt).toBe(new Date(answeredAt).toISOString());
});

test('an answer is no opening where AWS has forgotten what it answers', async () => {
  const { open, rowOf, sweep } = aSweptWorld();
  await sweep();
  const { opened } = open('Failover', 600);
  for (const message of opened.communications) {
    message.submittedBy = 'Amazon Web Services';
    message.at += DAY_MS;
  }
  await sweep();

  expect(rowOf(opened.displayId)?.openedBy).toBeUndefined();
  expect(rowOf(opened.displayId)?.firstAnswerAt).toBeDefined();
});
