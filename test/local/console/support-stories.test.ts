import { expect, test } from 'vitest';
import type { BusEvent } from '#local/bus/bus-event.ts';
import { Clock } from '#local/clock.ts';
import { StoryBook } from '#local/console/story-book.ts';
import { Faults } from '#local/counterparts/organization/faults.ts';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import { statusOf } from '#local/counterparts/organization/world-cases.ts';
import type { Stage } from '#local/replay-events/story.ts';
import { supportStories, toldStories } from '#local/replay-events/told-stories.ts';
import { emptyEstate } from '#local/template/empty-estate.ts';

const RULE = {
  logicalId: 'Rule',
  name: 'rule',
  arn: 'arn:aws:events:us-east-1:111122223333:rule/rule',
  busArn: 'arn:aws:events:us-east-1:111122223333:event-bus/default',
  enabled: true,
  pattern: { source: ['aws.support'] },
  targets: [],
};

test('The story of a case goes from its creation to its end and on, each step for AWS to show', async () => {
  const world = makeWorld();
  const events: BusEvent[] = [];
  const stage = {
    organization: { world, faults: new Faults(), backends: {}, registerCaller: () => {} },
    estate: emptyEstate(),
    putEvent: async (event: BusEvent) => void events.push(event),
  } as Partial<Stage> as Stage;
  const book = new StoryBook(supportStories, new Clock());
  const before = world.support.cases.length;
  const statuses: string[] = [];
  while (await book.play('support-case', stage)) {
    const [one] = world.support.cases.slice(before);
    if (one) statuses.push(statusOf(one));
  }
  expect(statuses).toEqual([
    'unassigned',
    'pending-customer-action',
    'pending-customer-action',
    'customer-action-completed',
    'resolved',
    'reopened',
    'reopened',
  ]);
  expect(events.map(({ detail }) => detail['event-name'])).toEqual([
    'CreateCase',
    'AddCommunicationToCase',
    'AddCommunicationToCase',
    'ResolveCase',
    'ReopenCase',
    'AddCommunicationToCase',
    'ResolveCase',
  ]);
  expect(world.support.permitRequests.at(-1)).toMatchObject({ status: 'ACCEPTED' });
  expect(JSON.stringify(world.support.cases)).not.toContain('Paper-Lamp');
});

test('It is told where the estate listens for cases only', () => {
  const idsWith = (estate: Parameters<typeof toldStories>[0]) => toldStories(estate).map(({ id }) => id);
  expect(idsWith(emptyEstate())).not.toContain('support-case');
  expect(idsWith({ configRules: [], rules: [RULE] })).toContain('support-case');
});
