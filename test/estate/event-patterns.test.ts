import { invariant } from '#test/estate/invariant.ts';
import { propertiesOf, resourcesOf, type Template } from '#test/estate/template.ts';

type Rule = { EventPattern?: Record<string, unknown>; ScheduleExpression?: string };

/** What AWS, or a member, really sends. A pattern with any other word matches nothing, and nobody is told. */
const DETAIL_TYPES: Record<string, string[]> = {
  'aws.health': ['AWS Health Event', 'AWS Health Abuse Event'],
  'aws.ce': ['Anomaly Detected'],
  'aws.config': ['Config Rules Compliance Change'],
  'aws.support': ['Support Case Update'],
  'aws.trustedadvisor': ['Trusted Advisor Check Item Refresh Notification'],
  'aws.ecs': [
    'ECS Task State Change',
    'ECS Container Instance State Change',
    'ECS Container Instance Health Change',
    'ECS Service Action',
    'ECS Deployment State Change',
    'ECS Hook State Change',
    'ECS Daemon Service Action',
    'ECS Daemon Deployment State Change',
    'AWS API Call via CloudTrail',
    'AWS Service Event via CloudTrail',
  ],
  'reeve.heartbeat': ['Heartbeat'],
  'aws.organizations': ['AWS Service Event via CloudTrail', 'AWS API Call via CloudTrail'],
};
const KEYS = ['source', 'detail-type', 'account', 'region', 'resources', 'detail'];

const firstPattern = (template: Template) =>
  propertiesOf<Rule>(template, 'AWS::Events::Rule').EventPattern ?? {};

function violationsOf(pattern: Record<string, unknown>): string[] {
  const sources = wordsOf(pattern['source']);
  const types = wordsOf(pattern['detail-type']);
  const real = sources.flatMap((source) => DETAIL_TYPES[source] ?? []);
  return [
    ...Object.keys(pattern).filter((key) => !KEYS.includes(key)),
    ...(sources.length === 0 ? ['source is not named'] : []),
    ...(types.length === 0 ? ['detail-type is not named'] : []),
    ...sources.filter((source) => !(source in DETAIL_TYPES)),
    ...types.filter((type) => !real.includes(type)),
  ];
}

function wordsOf(values: unknown): string[] {
  return Array.isArray(values) ? values.flatMap(wordsOfValue) : [];
}

/** Also what a pattern leaves out must exist: else it leaves out nothing. */
function wordsOfValue(value: unknown): string | string[] {
  if (typeof value === 'string') return value;
  const { 'anything-but': leftOut, ...others } = value as Record<string, unknown>;
  return Array.isArray(leftOut) && Object.keys(others).length === 0
    ? (leftOut as string[])
    : JSON.stringify(value);
}

invariant({
  rule: 'every rule names a source and detail-types that exist',
  violations: (template) =>
    resourcesOf<Rule>(template, 'AWS::Events::Rule').flatMap(([id, { EventPattern = {} }]) =>
      violationsOf(EventPattern).map((word) => `${id}: ${word}`),
    ),
  broken: {
    'a source with a star': (template) => (firstPattern(template)['source'] = ['aws.health*']),
    'a prefix': (template) => (firstPattern(template)['source'] = [{ prefix: 'aws.' }]),
    'any source': (template) => delete firstPattern(template)['source'],
    'a detail-type that is never sent': (template) =>
      (firstPattern(template)['detail-type'] = ['ECS Task retirement Health event']),
    'a detail-type left out that is never sent': (template) =>
      (firstPattern(template)['detail-type'] = [{ 'anything-but': ['ECS Task State'] }]),
    'a misspelt key': (template) => (firstPattern(template)['detailType'] = ['AWS Health Event']),
    'no pattern': (template) => delete propertiesOf<Rule>(template, 'AWS::Events::Rule').EventPattern,
  },
});
