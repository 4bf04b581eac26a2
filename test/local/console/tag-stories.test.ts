import { describe, expect, it, test } from 'vitest';
import type { BusEvent } from '#local/bus/bus-event.ts';
import { Clock } from '#local/clock.ts';
import { guardBinary } from '#local/config-rules/guard-binary.ts';
import { startConfigRules } from '#local/config-rules/start-config-rules.ts';
import { StoryBook } from '#local/console/story-book.ts';
import { Faults } from '#local/counterparts/organization/faults.ts';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import type { ConfigRule } from '#local/estate.ts';
import { quiet } from '#local/quiet.ts';
import { stories } from '#local/replay-events/stories.ts';
import type { Stage } from '#local/replay-events/story.ts';
import { tagStories } from '#local/replay-events/tag-stories.ts';
import { emptyEstate } from '#local/template/empty-estate.ts';
import { aPolicy } from '#test/local/config-rules/a-policy.ts';
import { aConsole } from '#test/local/console/a-console.ts';

const TYPES = [
  'AWS::DynamoDB::Table',
  'AWS::EC2::Volume',
  'AWS::Lambda::Function',
  'AWS::S3::Bucket',
  'AWS::SNS::Topic',
  'AWS::SQS::Queue',
];
const RULE: ConfigRule = {
  logicalId: 'Rule',
  name: 'required-tags-1',
  arn: 'arn:aws:config:eu-west-1:111122223333:config-rule/config-rule-abc123',
  account: '111122223333',
  region: 'eu-west-1',
  types: TYPES,
  check: { kind: 'guard', policy: aPolicy(TYPES, ['CostCenter', 'Environment', 'Owner']) },
};

function aStage() {
  const world = makeWorld();
  world.resources = [];
  const clock = new Clock();
  const events: BusEvent[] = [];
  const configRules = startConfigRules({
    world,
    rules: [RULE],
    clock,
    guard: guardBinary(),
    putEvent: async (event) => void events.push(event),
    onProblem: (problem) => expect.unreachable(problem),
  });
  const organization = { world, faults: new Faults(), backends: {}, registerCaller: () => {} };
  const estate = { ...emptyEstate(), configRules: [RULE] };
  const stage: Stage = { organization, estate, configRules, putEvent: () => Promise.resolve() };
  const book = new StoryBook([...stories, ...tagStories], clock);
  /** What a step makes the rules say: how many times what. */
  const play = async (story: string) => {
    events.length = 0;
    expect(await book.play(story, stage)).toBe(true);
    await quiet(configRules.idle);
    return events.map(
      ({ detail }) => (detail['newEvaluationResult'] as { complianceType: string }).complianceType,
    );
  };
  return { book, stage, world, play };
}
const times = (count: number, verdict: string) => Array.from({ length: count }, () => verdict);

describe('the story of', () => {
  it('a bucket goes from violation to mending and back', async () => {
    const { play, book, stage, world } = aStage();
    expect(await play('tag-bucket')).toEqual(['NON_COMPLIANT']);
    expect(await play('tag-bucket')).toEqual(['COMPLIANT']);
    expect(await play('tag-bucket')).toEqual(['NON_COMPLIANT']);
    expect(world.resources[0]?.tags).toMatchObject({ Environment: '  ', costcenter: 'payments' });
    expect(world.resources[0]?.tags).not.toHaveProperty('CostCenter');
    expect(await book.play('tag-bucket', stage)).toBe(false);
  });

  it('a stack violates and is mended as a whole', async () => {
    const { play, world } = aStage();
    expect(await play('tag-stack')).toEqual(times(6, 'NON_COMPLIANT'));
    expect(new Set(world.resources.map(({ tags }) => tags['aws:cloudformation:stack-id'])).size).toBe(1);
    expect(await play('tag-stack')).toEqual(times(6, 'COMPLIANT'));
  });

  it('a roll-out finds what is older than the rules', async () => {
    const { play, world } = aStage();
    expect(await play('tag-roll-out')).toEqual(times(80, 'NON_COMPLIANT'));
    expect(world.resources.every(({ createdAt = 0 }) => createdAt < Date.UTC(2026, 0))).toBe(true);
    expect(await play('tag-roll-out')).toEqual(times(40, 'COMPLIANT'));
  });

  it('a deletion ends what was told', async () => {
    const { play } = aStage();
    expect(await play('tag-deletion')).toEqual(['NON_COMPLIANT']);
    expect(await play('tag-deletion')).toEqual(['NOT_APPLICABLE']);
  });

  it('another telling is of other resources', async () => {
    const { play, book, world } = aStage();
    await play('tag-deletion');
    book.restart('tag-deletion');
    await play('tag-deletion');
    expect(new Set(world.resources.map(({ arn }) => arn)).size).toBe(2);
    expect(await play('tag-deletion')).toEqual(['NOT_APPLICABLE']);
  });
});

test('A played step has no event to look at, and an event is not played', async () => {
  const { book, stage } = aStage();
  expect([book.peek('tag-bucket'), book.next('tag-bucket')]).toEqual([undefined, undefined]);
  expect(await book.play('ec2-issue', stage)).toBe(false);
  const played = new Map(book.list().map(({ id, steps }) => [id, steps.map((step) => step.played)]));
  expect(played.get('tag-deletion')).toEqual([true, true]);
  expect(played.get('abuse-report')).toEqual([false]);
});

test('The console tells stories of tags only where rules check them', async () => {
  const console = await aConsole();
  try {
    const told = async () => (await console.ask<{ id: string }[]>('/api/stories')).map(({ id }) => id);
    const rules = console.cloud.estate.configRules;
    expect((await told()).includes('tag-bucket')).toBe(rules.length > 0);
    await expect(console.tell('/api/stories/next', { story: 'nonsense' })).rejects.toThrow(/^400/);
  } finally {
    await console.stop();
  }
});
