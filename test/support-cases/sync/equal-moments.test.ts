import { expect, test } from 'vitest';
import { answerCase, redactMessage } from '#local/counterparts/organization/change-cases.ts';
import { aSweptWorld } from '#test/support-cases/a-swept-world.ts';

test('a second message of the same author and millisecond is news, and takes nothing out of the first', async () => {
  const { clock, memory, open, sweep, threadOf } = aSweptWorld();
  await sweep();
  const { opened } = open('Failover');
  await sweep();
  const at = clock.now;
  answerCase(opened, { body: 'Which cluster?' }, at);
  await sweep();
  const [, known] = threadOf(opened.displayId).messages;
  memory.observations.length = 0;
  answerCase(opened, { body: 'Which Region?' }, at);
  answerCase(opened, { body: 'Since when?' }, at);
  await sweep();

  const { messages } = threadOf(opened.displayId);
  expect(messages).toContainEqual(known);
  expect(messages.map(({ body }) => body).sort()).toEqual([
    'Failover: it fails',
    'Since when?',
    'Which Region?',
    'Which cluster?',
  ]);
  expect(messages.some(({ editedAt }) => editedAt)).toBe(false);
  const told = () => memory.observations.map(({ entry }) => entry).join();
  expect(told()).toContain('AWS wrote 2 messages');
  expect(told()).not.toContain('took something out');

  redactMessage(opened, 'Region');
  await sweep(24);
  expect(told()).toContain('AWS took something out of 1 message');
});
