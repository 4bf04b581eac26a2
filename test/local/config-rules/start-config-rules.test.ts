import { beforeEach, describe, expect, test } from 'vitest';
import type { BusEvent } from '#local/bus/bus-event.ts';
import { guardBinary } from '#local/config-rules/guard-binary.ts';
import { startConfigRules } from '#local/config-rules/start-config-rules.ts';
import {
  addResources,
  deleteResource,
  tagResource,
  untagResource,
} from '#local/counterparts/organization/change-resources.ts';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import type { Recorder, World } from '#local/counterparts/organization/world.ts';
import type { ConfigRule } from '#local/estate.ts';
import { quiet } from '#local/quiet.ts';
import { aResource } from '#test/local/counterparts/organization/a-resource.ts';
import { HOME, HUB, MEMBER } from '#test/local/counterparts/organization/served-world.ts';
import { aPolicy } from './a-policy.ts';

const NOW = Date.parse('2026-11-20T12:00:00.250Z');

let world: World;
beforeEach(() => {
  world = makeWorld();
  world.resources = [];
});

function aRule(over: Partial<ConfigRule> = {}): ConfigRule {
  const types = ['AWS::EC2::Volume', 'AWS::RDS::DBInstance'];
  return {
    logicalId: 'Rule',
    name: 'required-tags-1',
    arn: `arn:aws:config:${HOME}:${MEMBER}:config-rule/config-rule-abc123`,
    account: MEMBER,
    region: HOME,
    types,
    check: { kind: 'guard', policy: aPolicy(types) },
    ...over,
  };
}

function start(rules: ConfigRule[], { guard = guardBinary() }: { guard?: string | undefined } = {}) {
  const events: BusEvent[] = [];
  const problems: string[] = [];
  const engine = startConfigRules({
    world,
    rules,
    clock: { now: () => NOW },
    guard,
    putEvent: async (event) => void events.push(event),
    onProblem: (problem) => void problems.push(problem),
  });
  const verdicts = () =>
    events.map(({ detail }) => {
      const of = detail as Record<string, { complianceType: string } | undefined>;
      return [of['oldEvaluationResult']?.complianceType, of['newEvaluationResult']?.complianceType];
    });
  return { ...engine, events, problems, verdicts, settled: () => quiet(engine.idle) };
}

const record = (recorder: Recorder) => {
  const account = world.accounts.find(({ id }) => id === MEMBER);
  if (account) account.recorders[HOME] = recorder;
};

describe('a resource', () => {
  test('is told of when it is first evaluated and when its compliance changes, and not else', async () => {
    const { settled, verdicts } = start([aRule()]);
    const [volume] = addResources(world, [aResource('data')], NOW);
    if (!volume) throw new Error('No volume');
    await settled();
    tagResource(world, volume, { Stage: 'dev' }, NOW + 1);
    await settled();
    tagResource(world, volume, { Owner: 'a' }, NOW + 2);
    await settled();
    untagResource(world, volume, ['Owner'], NOW + 3);
    await settled();
    deleteResource(world, volume, NOW + 4);
    await settled();
    expect(verdicts()).toEqual([
      [undefined, 'NON_COMPLIANT'],
      ['NON_COMPLIANT', 'COMPLIANT'],
      ['COMPLIANT', 'NON_COMPLIANT'],
      ['NON_COMPLIANT', 'NOT_APPLICABLE'],
    ]);
  });

  test('is named as AWS Config names it, without ARN and tags', async () => {
    const { settled, events } = start([aRule()]);
    const changedAt = NOW - 60_000;
    const [database] = addResources(
      world,
      [aResource('bookings', { type: 'AWS::RDS::DBInstance', tags: { Owner: 'a' }, changedAt })],
      NOW,
    );
    await settled();
    const [event] = events;
    expect(database?.id).toMatch(/^db-[0-9A-F]{26}$/);
    expect(event).toMatchObject({
      source: 'aws.config',
      'detail-type': 'Config Rules Compliance Change',
      account: MEMBER,
      region: HOME,
      resources: [],
      time: '2026-11-20T12:00:00Z',
    });
    expect(event?.detail).toEqual({
      resourceId: database?.id,
      resourceType: 'AWS::RDS::DBInstance',
      awsRegion: HOME,
      awsAccountId: MEMBER,
      configRuleName: 'required-tags-1',
      configRuleARN: aRule().arn,
      recordVersion: '1.0',
      messageType: 'ComplianceChangeNotification',
      newEvaluationResult: {
        evaluationResultIdentifier: {
          evaluationResultQualifier: {
            configRuleName: 'required-tags-1',
            resourceType: 'AWS::RDS::DBInstance',
            resourceId: database?.id,
            evaluationMode: 'DETECTIVE',
          },
          orderingTimestamp: '2026-11-20T11:59:00.250Z',
        },
        complianceType: 'COMPLIANT',
        resultRecordedTime: '2026-11-20T12:00:00.570Z',
        configRuleInvokedTime: '2026-11-20T12:00:00.250Z',
      },
      notificationCreationTime: '2026-11-20T12:00:00.890Z',
    });
  });

  test.each<[string, () => void]>([
    ['of another account', () => addResources(world, [aResource('x', { account: HUB })], NOW)],
    ['of another Region', () => addResources(world, [aResource('x', { region: 'eu-west-1' })], NOW)],
    [
      'of a type that no rule names',
      () => addResources(world, [aResource('x', { type: 'AWS::SNS::Topic' })], NOW),
    ],
    ['that is not recorded', () => addResources(world, [aResource('x', { isUnrecorded: true })], NOW)],
  ])('%s is not evaluated', async (_, change) => {
    const { settled, events, problems } = start([aRule()]);
    change();
    await settled();
    expect([events, problems]).toEqual([[], []]);
  });

  test.each<Recorder>(['stopped', 'none', 'internal', { only: ['AWS::S3::Bucket'] }])(
    'is not evaluated by a recorder that is %o',
    async (recorder) => {
      world.resources = [aResource('old')];
      record(recorder);
      const { settled, events, evaluateAll } = start([aRule()]);
      addResources(world, [aResource('data')], NOW);
      await evaluateAll();
      await settled();
      expect(events).toEqual([]);
    },
  );

  test('whose tags are not recorded violates, as it does on AWS (cloud-custodian#11060)', async () => {
    const types = ['AWS::CloudWatch::Alarm'];
    const { settled, verdicts } = start([aRule({ types, check: { kind: 'guard', policy: aPolicy(types) } })]);
    const [type = ''] = types;
    addResources(world, [aResource('lag', { type, tags: { Owner: 'a' }, hasUnrecordedTags: true })], NOW);
    await settled();
    expect(verdicts()).toEqual([[undefined, 'NON_COMPLIANT']]);
  });
});

describe('rules', () => {
  test('that are deployed look at what is there already, each for itself', async () => {
    world.resources = [aResource('one'), aResource('two', { tags: { Owner: 'a' } })];
    const managed = aRule({
      name: 'managed',
      types: [],
      check: { kind: 'required-tags', parameters: { tag1Key: 'Stage' } },
    });
    const { evaluateAll, events, verdicts } = start([aRule(), managed]);
    await evaluateAll();
    expect(events).toHaveLength(4);
    expect(verdicts().filter(([, now]) => now === 'COMPLIANT')).toHaveLength(1);
    await evaluateAll();
    expect(events).toHaveLength(4);
  });

  test('that are stopped hear of nothing more', async () => {
    const { stop, settled, events } = start([aRule()]);
    stop();
    addResources(world, [aResource('data')], NOW);
    await settled();
    expect(events).toEqual([]);
  });

  test('that cannot be read are told of, and the others are evaluated', async () => {
    const broken = aRule({ name: 'broken', check: { kind: 'guard', policy: 'rule x {' } });
    const { settled, problems, events } = start([broken, aRule()]);
    addResources(world, [aResource('data')], NOW);
    await settled();
    expect(problems).toEqual([expect.stringMatching(/^broken cannot be evaluated: cfn-guard ended with 5/)]);
    expect(events.map(({ detail }) => detail['configRuleName'])).toEqual(['required-tags-1']);
  });

  test('are not taken for fulfilled where there is no cfn-guard', async () => {
    const engine = startConfigRules({
      world,
      rules: [aRule()],
      clock: { now: () => NOW },
      guard: undefined,
      putEvent: () => Promise.reject(new Error('Nobody may be told anything')),
      onProblem: (problem) => void problems.push(problem),
    });
    const problems: string[] = [];
    addResources(world, [aResource('data', { tags: { Owner: 'a' } })], NOW);
    await quiet(engine.idle);
    expect(problems).toEqual([
      'There is no cfn-guard for this machine: nothing is evaluated by required-tags-1',
    ]);
  });
});
