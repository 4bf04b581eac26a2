import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { matchesPattern } from '#local/bus/event-pattern.ts';
import { aHealthEvent } from '#test/health-alerts/a-health-event.ts';
import { AHA_EVENT, ODD_EVENTS } from '#test/health-alerts/odd-events.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

type Resource = { Type: string; Properties: { EventPattern?: Record<string, unknown> } };

const template = JSON.parse(readFileSync(join(ASSEMBLY, 'ReeveHub.template.json'), 'utf8')) as {
  Resources: Record<string, Resource>;
};
const patterns = Object.entries(template.Resources).flatMap(([id, { Type, Properties }]) =>
  Type === 'AWS::Events::Rule' && id.startsWith('HealthAlerts')
    ? [[id, Properties.EventPattern ?? {}] as const]
    : [],
);

test('there is a rule on the default bus and one on the hub’s', () => {
  expect(patterns.map(([id]) => id.replace(/[0-9A-F]{8}$/, ''))).toEqual([
    'HealthAlertsForward',
    'HealthAlertsReceive',
  ]);
});

describe.each(patterns)('%s', (_id, pattern) => {
  test.each(Object.entries(ODD_EVENTS))('matches an event with %s', (_name, event) => {
    expect(matchesPattern(pattern, event)).toBe(true);
  });

  test.each(['EC2', 'ABUSE', 'VPN', 'A_SERVICE_OF_TOMORROW'])('matches the service %s', (service) => {
    expect(matchesPattern(pattern, aHealthEvent({ service }))).toBe(true);
  });

  test('does not match what another tool makes of such an event', () => {
    expect(matchesPattern(pattern, AHA_EVENT)).toBe(false);
  });

  test('asks for detail-types that exist and for nothing else', () => {
    expect(pattern).toEqual({
      source: ['aws.health'],
      'detail-type': ['AWS Health Event', 'AWS Health Abuse Event'],
    });
  });
});
