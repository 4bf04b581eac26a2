import { expect, test } from 'vitest';
import { handleEvent } from '#lambdas/support-cases/handle-event.ts';
import { SupportEvent } from '#lambdas/support-cases/support-event.ts';
import { answerCase, reopenCase, resolveCase } from '#local/counterparts/organization/change-cases.ts';
import { aSweptWorld, SHOP } from '#test/support-cases/a-swept-world.ts';

const DAY_MS = 86_400_000;

/** A case of three months ago that was over before Reeve looked, further back than it looks. */
async function anUnknownCase() {
  const swept = aSweptWorld({ months: 2 });
  const { opened } = swept.open('Old', 90);
  resolveCase(opened, swept.clock.now - 3 * DAY_MS);
  await swept.sweep();
  expect(swept.rowOf(opened.displayId)).toBeUndefined();
  swept.clock.now += 3_600_000;
  return { ...swept, opened };
}
const told = ({ memory }: ReturnType<typeof aSweptWorld>) => memory.observations[0]?.entry;

test('an old case that is opened again is told, by the event', async () => {
  const swept = await anUnknownCase();
  for (const event of reopenCase(swept.opened, { body: 'It is back' }, swept.clock.now))
    await handleEvent(SupportEvent.parse(event), swept.ports);

  expect(told(swept)).toContain('The case was created on 2026-08-03 00:00 UTC. We answered');
  expect(swept.rowOf(swept.opened.displayId)?.isBaseline).toBeUndefined();
});

test('and by the sweep, where no event came', async () => {
  const swept = await anUnknownCase();
  reopenCase(swept.opened, { body: 'It is back' }, swept.clock.now);
  await swept.sweep();

  expect(told(swept)).toContain('The case was created on 2026-08-03 00:00 UTC. We answered');
});

test('an account that can be read again after two months tells of what is open, and of the last days', async () => {
  const swept = aSweptWorld({ months: 24 });
  await swept.sweep();
  swept.faults.set(SHOP, Object.assign(new Error('AWS says no'), { name: 'SubscriptionRequiredException' }));
  for (let day = 60; day >= 0; day -= 2) {
    const { opened } = swept.open(`Case of ${day} days ago`);
    if (day !== 30) resolveCase(opened, swept.clock.now + 3_600_000);
    swept.clock.now += 2 * DAY_MS;
  }
  swept.faults.clear();
  swept.memory.observations.length = 0;
  await swept.sweep(1);

  const told = swept.memory.observations.map(({ title }) => /of (\d+) days/.exec(title)?.[1]);
  expect(new Set(told)).toEqual(new Set(['0', '2', '4', '30']));
  expect(swept.memory.cases.size).toBe(31);
});

test('news of a case that ended in the last thirty days are found each day, however old it is', async () => {
  const swept = aSweptWorld({ months: 2 });
  const { opened } = swept.open('Long', 40);
  await swept.sweep();
  resolveCase(opened, swept.clock.now);
  await swept.sweep();
  answerCase(opened, { body: 'One more thing' }, swept.clock.now);
  resolveCase(opened, swept.clock.now);
  await swept.sweep(25);

  expect(swept.threadOf(opened.displayId).messages.at(-1)?.body).toBe('One more thing');
});
