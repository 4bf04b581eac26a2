import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deadLetterQueues } from '#bin/commands/redrive/dead-letter-queues.ts';
import { age, describeFound, describePlan, type Found } from '#bin/commands/redrive/describe-dead-letters.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

type Reference = { 'Fn::GetAtt': [string, string] };
type Properties = {
  AlarmDescription?: string;
  Namespace?: string;
  Dimensions?: { Name: string; Value: Reference }[];
  RedrivePolicy?: { deadLetterTargetArn: Reference };
};

const { Resources } = JSON.parse(readFileSync(join(ASSEMBLY, 'ReeveHub.template.json'), 'utf8')) as {
  Resources: Record<string, { Type: string; Properties: Properties }>;
};
const named = (logicalId = '') => logicalId.replace(/[0-9A-F]{8}$/, '');
const ofType = (type: string) => Object.entries(Resources).filter(([, { Type }]) => Type === type);

/** `capability → queue` as the alarms say, `queue → its source` as the redrive policies do. */
const watched = ofType('AWS::CloudWatch::Alarm')
  .filter(([, { Properties }]) => Properties.Namespace === 'AWS/SQS')
  .map(([, { Properties }]) => [
    Properties.AlarmDescription?.split('#')[1],
    named(Properties.Dimensions?.[0]?.Value['Fn::GetAtt'][0]),
  ]);
const sources = Object.fromEntries(
  ofType('AWS::SQS::Queue').map(([id, { Properties }]) => [
    named(Properties.RedrivePolicy?.deadLetterTargetArn['Fn::GetAtt'][0]),
    named(id),
  ]),
);

test('each capability of the template has its dead letters here, and no other has', () => {
  const known = [...deadLetterQueues].map(([capability, { deadLetters }]) => [capability, deadLetters]);

  expect(new Map(known as [string, string][])).toEqual(new Map(watched as [string, string][]));
});

/** What account-directory fails at lies there too, and is done again. */
const ofQueues = [...deadLetterQueues.values()].filter(
  ({ deadLetters }) => deadLetters !== 'MissedRunsDeadLetters',
);

test.each(ofQueues)('$deadLetters belong to $source', ({ deadLetters, source }) => {
  expect(source).toBe(sources[deadLetters]);
});

const NOW = new Date('2026-03-10T09:00:00Z');
const FOUND: Found = {
  capability: 'alert-desk',
  queue: 'ReeveHub-AlertsDeadLetters.fifo',
  to: 'ReeveHub-AlertsQueue.fifo',
  visible: 12,
  beingRead: 0,
  sentTimes: [new Date('2026-03-10T08:59:30Z'), new Date('2026-03-10T06:30:00Z')],
};

test('what lies there is told by count and age', () => {
  expect(describeFound(FOUND, NOW)).toBe(
    'ReeveHub-AlertsDeadLetters.fifo holds 12; of 2 of them the oldest was sent 2 hours ago.',
  );
  expect(describeFound({ ...FOUND, visible: 0, sentTimes: [], beingRead: 3 }, NOW)).toBe(
    'ReeveHub-AlertsDeadLetters.fifo holds 0; 3 more are being read: try again in a minute.',
  );
});

test('ticks are deleted, all else moves, nothing stays', () => {
  expect(describePlan(FOUND)).toMatch(/^Would move 12 to ReeveHub-AlertsQueue.fifo\.\n.*--yes/);
  expect(describePlan({ ...FOUND, to: undefined })).toMatch(
    /^Would delete 12: they are missed runs\.\n.*--yes/,
  );
  expect(describePlan({ ...FOUND, visible: 0 })).toBe('There is nothing to redrive.');
});

test.each([
  [59_999, 'less than a minute'],
  [60_000, '1 minute'],
  [7_200_000, '2 hours'],
  [13 * 86_400_000, '13 days'],
])('%i ms are %s', (milliseconds, words) => {
  expect(age(milliseconds)).toBe(words);
});
