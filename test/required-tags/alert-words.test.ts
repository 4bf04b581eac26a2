import { describe, expect, test } from 'vitest';
import { Observation } from '#lambdas/contracts/observation.ts';
import type { TagFinding } from '#lambdas/contracts/tags/tag-finding.ts';
import { toObservations } from '#lambdas/required-tags/to-observations.ts';
import { aPolicy, COST_CENTER, OWNER, STAGE } from '#test/contracts/tags/a-policy.ts';
import { aFinding } from '#test/required-tags/a-finding.ts';
import { ACCOUNT, settings } from '#test/required-tags/an-evaluation.ts';

const policy = aPolicy({ tags: [OWNER, STAGE, COST_CENTER] });

function told(...findings: TagFinding[]) {
  const [first] = toObservations({
    alert: 'tags/111122223333/one',
    version: 7,
    findings,
    changed: findings,
    account: ACCOUNT,
    settings: { ...settings, policy },
  });
  return Observation.parse(first);
}

const numbered = (count: number, over: (index: number) => Partial<TagFinding> = () => ({})) =>
  Array.from({ length: count }, (_, index) =>
    aFinding({ id: `b${index}`, name: `b${index}`, ...over(index) }),
  );

describe('the title names', () => {
  test.each<[string, TagFinding[]]>([
    ['Required tags: S3 Bucket logs', [aFinding()]],
    ['Required tags: S3 Bucket logs of stack api', [aFinding({ stack: 'api' })]],
    ['Required tags: 3 resources of shop', numbered(3)],
    ['Required tags: 2 resources of stack api', numbered(2, () => ({ stack: 'api' }))],
    ['Required tags: S3 Bucket logs', [aFinding({ status: 'mended', endedAt: '2026-11-22T09:30:00Z' })]],
    ['Required tags: nothing left in shop', []],
    ['Required tags: ElasticLoadBalancingV2 Load Balancer loadbalancer/app/web/1', [loadBalancer()]],
  ])('%s', (title, findings) => {
    expect(told(...findings).title).toBe(title);
  });
});

const wrongOf = (...findings: TagFinding[]) =>
  told(...findings)
    .facts.map(({ value }) => value)
    .join();

describe('people are told', () => {
  test('of each tag what is wrong, how often, and what it is for', () => {
    const findings = numbered(4, (index) => ({
      violations: [
        index === 0
          ? { key: 'Owner', problem: 'missing', nearMiss: 'owner' }
          : { key: 'Owner', problem: 'missing' },
        index < 2 ? { key: 'Stage', problem: 'value', found: 'Prod' } : { key: 'Stage', problem: 'blank' },
      ],
    }));
    expect(wrongOf(...findings)).toBe(
      'Owner: missing on 3; “owner” in its place on 1. It says who is called when it breaks.\n' +
        'Stage: blank on 2; “Prod” on 2, which is not allowed. It says how careful one must be. Allowed: prod, dev.',
    );
  });

  test('what a pattern allows', () => {
    const violations = [{ key: 'CostCenter', problem: 'value' as const, found: '12\n34' }];
    expect(wrongOf(aFinding({ violations }))).toContain('CostCenter: “12 34”, which is not allowed.');
    expect(wrongOf(aFinding({ violations }))).toContain('Allowed is what matches CC-[0-9]{4}.');
  });

  test('that a stack is mended at its source (aws-cloudformation/cloudformation-coverage-roadmap#1137)', () => {
    const alert = told(aFinding({ stack: 'api' }));
    expect(alert.summary).toContain('CloudFormation stack api made it: mend its template or CDK app.');
    expect(alert.actions.map(({ id }) => id)).toEqual(['cdk', 'cloudformation']);
  });

  test('where a look failed, that it did', () => {
    const findings = [aFinding(), aFinding({ id: 'other', violations: [] })];
    expect(wrongOf(...findings)).toContain('What 1 of them lacks could not be looked up');
    expect(wrongOf(aFinding({ violations: [] }))).toBe(
      'What it lacks could not be looked up: AWS Config shows it.',
    );
  });

  test('no more than three values by name, however many there are', () => {
    const findings = numbered(9, (index) => ({
      violations: [{ key: 'Stage', problem: 'value', found: `v${index}` }],
    }));
    expect(wrongOf(...findings)).toContain('“v0”, “v1”, “v2”, 6 more on 9');
  });
});

test('what mends it is given in the languages that people make resources with', () => {
  const { actions } = told(aFinding());
  expect(actions.map(({ label }) => label)).toEqual(['Terraform', 'AWS CDK', 'CloudFormation', 'AWS CLI']);
  for (const { command } of actions) expect(command).toContain('Owner');
  expect(actions.find(({ id }) => id === 'cli')?.command).toContain('arn:aws:s3:::logs');
});

test('what is over needs no mending', () => {
  expect(told(aFinding({ status: 'deleted', endedAt: '2026-11-22T09:30:00Z' })).actions).toEqual([]);
});

describe('severity', () => {
  test.each<[string, TagFinding['violations']]>([
    ['warning', [{ key: 'Owner', problem: 'missing' }]],
    [
      'error',
      [
        { key: 'Owner', problem: 'missing' },
        { key: 'Stage', problem: 'blank' },
      ],
    ],
    ['info', []],
    ['info', [{ key: 'Gone', problem: 'missing' }]],
  ])('%s is the worst of %j, or the mildest there is', (severity, violations) => {
    expect(told(aFinding({ violations })).severity).toBe(severity);
  });
});

test('routes and mutes can ask for key, problem, type, stack and unit', () => {
  expect(told(aFinding({ stack: 'api' })).labels).toEqual({
    tagKey: ['Owner'],
    problem: ['missing'],
    resourceType: ['AWS::S3::Bucket'],
    stack: ['api'],
    ou: ['/prod'],
  });
});

describe('links lead', () => {
  test.each([
    ['eu-west-1', 'https://eu-west-1.console.aws.amazon.com/config/home?region=eu-west-1#'],
    ['us-gov-west-1', 'https://us-gov-west-1.console.amazonaws-us-gov.com/config/home?region=us-gov-west-1#'],
    ['cn-north-1', 'https://cn-north-1.console.amazonaws.cn/config/home?region=cn-north-1#'],
    ['eusc-de-east-1', 'https://eusc-de-east-1.console.amazonaws-eusc.eu/config/home?region=eusc-de-east-1#'],
    ['global', 'https://us-east-1.console.aws.amazon.com/config/home?region=us-east-1#'],
  ])('from %s to its console', (region, start) => {
    expect(told(aFinding({ region })).part.resources[0]?.url).toContain(start);
  });

  test('nowhere wrong for a name of half a character', () => {
    expect(told(aFinding({ id: 'a\ud800' })).links[0]?.url).toContain('resourceId=a%EF%BF%BD');
  });
});

test('what ended long before all that is open is not told any more', () => {
  const past = aFinding({ id: 'past', status: 'mended', endedAt: '2026-11-01T00:00:00Z' });
  expect(told(past, aFinding()).part.resources).toHaveLength(1);
  const recent = aFinding({ id: 'recent', status: 'mended', endedAt: '2026-11-22T09:30:00Z' });
  expect(told(past, recent).part.resources).toHaveLength(1);
});

function loadBalancer(): TagFinding {
  const { name: _name, ...nameless } = aFinding({
    type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    id: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/1',
  });
  return nameless;
}
