import { readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { capabilities } from '#bin/commands/route/capabilities.ts';
import { describeRouting } from '#bin/commands/route/describe-routing.ts';
import { explainRouting } from '#bin/commands/route/explain-routing.ts';
import type { Mute } from '#lambdas/contracts/settings.ts';
import {
  FORWARDED_ECS_EVENTS,
  FORWARDED_TAG_EVENTS,
  HEARTBEATS,
  ORGANIZATION_EVENTS,
  SUPPORT_CASE_UPDATES,
} from '#lib/event-patterns.ts';
import { runReeve } from '#test/commands/run-reeve.ts';
import { anAnomalyEvent } from '#test/cost-anomalies/an-anomaly.ts';
import { aHealthEvent } from '#test/health-alerts/a-health-event.ts';
import { someSettings } from '#test/stacks/some-settings.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

const NOW = new Date('2026-03-10T09:00:00Z');
const SETTINGS = someSettings({
  channels: { ops: { kind: 'webhook' }, security: { kind: 'webhook' }, payments: { kind: 'webhook' } },
  routes: [
    { name: 'everything', channels: ['ops'], owner: true },
    { name: 'abuse', when: { labels: { service: ['ABUSE'] } }, channels: ['security'] },
  ],
  owners: { payments: 'payments' },
  accounts: [{ id: '111122223333', name: 'payments-prod', owner: 'payments' }],
});

/** Rules take these too, and nobody is told of any one of them: of a case of Support, what AWS shows when it is read. */
const UNTOLD = [
  HEARTBEATS,
  ORGANIZATION_EVENTS,
  SUPPORT_CASE_UPDATES,
  FORWARDED_ECS_EVENTS,
  FORWARDED_TAG_EVENTS,
];

const explain = (event: unknown, settings = SETTINGS, made: Mute[] = []) =>
  explainRouting(JSON.stringify(event), settings, made, NOW);
const words = async (...given: Parameters<typeof explain>) => describeRouting(await explain(...given));

test('the channels of an event are told, with a reason for each route', async () => {
  const text = await words(aHealthEvent());

  expect(text).toContain('EC2: api issue (error, open)');
  expect(text).toContain('account: 111122223333 (payments-prod)');
  expect(text).toContain('typeCode: AWS_EC2_API_ISSUE');
  expect(text).toContain('Goes to ops, payments:');
  expect(text).toContain('route "everything" matches: ops, payments');
  expect(text).toContain('route "abuse" does not match: service is EC2');
});

test('an abuse event goes where the routes send it', async () => {
  const text = await words(aHealthEvent({ service: 'ABUSE' }, { 'detail-type': 'AWS Health Abuse Event' }));

  expect(text).toContain('Goes to ops, payments, security:');
});

test('an event of several accounts is explained for each of them', async () => {
  const text = await words(anAnomalyEvent(), { ...SETTINGS, costs: someSettings({ costs: {} }).costs });

  expect(text).toMatch(
    /account: 111122223333 \(payments-prod\)[^]*Goes to ops, payments:[^]*account: 444455556666/,
  );
});

describe('a mute holds an event back', () => {
  const when = { labels: { typeCode: ['AWS_EC2_*'] } };
  const mute = { id: 'storm', reason: 'known since Monday', until: '2026-03-11T00:00:00Z', when };

  test.each([
    ['of the settings', { ...SETTINGS, mutes: [mute] }, []],
    ['made by reeve mute', SETTINGS, [mute]],
  ])('%s', async (_which, settings, made) => {
    const text = await words(aHealthEvent(), settings, made);

    expect(text).toContain('Goes nowhere before 2026-03-11T00:00:00.000Z:');
    expect(text).toContain('mute "storm" holds it back until 2026-03-11T00:00:00Z: known since Monday');
  });

  test('but not after its end', async () => {
    const text = await words(aHealthEvent(), SETTINGS, [{ ...mute, until: '2026-03-10T08:59:59Z' }]);

    expect(text).toContain('Goes to ops, payments:');
  });
});

test('an event that no route matches goes nowhere', async () => {
  const routes = [{ name: 'abuse', when: { labels: { service: ['ABUSE'] } }, channels: ['ops'] }];

  expect(await words(aHealthEvent(), someSettings({ routes, dropUnrouted: true }))).toContain(
    'Goes nowhere:',
  );
});

test.each([
  [{ source: 'aws.ec2' }, 'source aws.ec2, detail-type AWS Health Event'],
  [{ 'detail-type': 'AWS Health Alert' }, 'source aws.health, detail-type AWS Health Alert'],
])('an event that no rule forwards is said to be one', async (envelope, named) => {
  const text = await words(aHealthEvent({}, envelope));

  expect(text).toContain(`No rule forwards this event: ${named}.`);
  expect(text).toContain('aws.health for health-alerts');
});

test('a capability without a block in the settings takes nothing', async () => {
  const { health: _health, ...settings } = SETTINGS;

  expect(await words(aHealthEvent(), settings)).toContain('health-alerts would take this event, but');
});

test.each([
  ['{', 'not JSON'],
  ['[]', 'with source and detail-type'],
  ['null', 'with source and detail-type'],
  ['{"source":"aws.health"}', 'with detail-type'],
  [JSON.stringify(aHealthEvent({}, { time: 'yesterday' })), 'Wrong or missing: time'],
  [
    JSON.stringify(aHealthEvent({}, { detail: 'text', account: undefined })),
    'Wrong or missing: account, detail',
  ],
])('an unreadable event is refused by the name of the field: %s', async (text, message) => {
  await expect(explainRouting(text, SETTINGS, [], NOW)).rejects.toThrow(message);
});

test('what the rules of the template forward is what the command knows', () => {
  const { Resources } = JSON.parse(readFileSync(join(ASSEMBLY, 'ReeveHub.template.json'), 'utf8')) as {
    Resources: Record<string, { Type: string; Properties: { EventPattern?: unknown } }>;
  };
  const rules = Object.values(Resources).filter(({ Type }) => Type === 'AWS::Events::Rule');
  const patterns = rules.map(({ Properties }) => Properties.EventPattern);
  const asPattern = ({ detailType, ...others }: { source: string[]; detailType?: string[] }) => ({
    ...others,
    'detail-type': detailType,
  });
  const known = capabilities.flatMap(({ events }) => events.map(asPattern));
  const untold = UNTOLD.map(asPattern);

  for (const pattern of patterns) expect([...known, ...untold]).toContainEqual(pattern);
  for (const pattern of [...known, ...untold]) expect(patterns).toContainEqual(pattern);
});

test('programs read the same from the settings of this clone', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'reeve-')), 'event.json');
  await writeFile(file, JSON.stringify(aHealthEvent()));
  const { code, stdout } = await runReeve(['route', file, '--json']);

  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    capability: 'health-alerts',
    parts: [{ routing: { reasons: expect.any(Array) as unknown } }],
  });
});
