import { expect, test } from 'vitest';
import { labelsOf } from '#lambdas/health-alerts/labels.ts';
import { aReadEvent } from '#test/health-alerts/a-health-event.ts';

const ACCOUNT = { id: '111122223333', ou: '/prod/eu', tags: { stage: 'prod', team: 'core' } };

test('routes and mutes can ask for all that an event says of itself and of its account', () => {
  const { detail } = aReadEvent({
    personas: ['SECURITY', 'OPERATIONS'],
    actionability: 'ACTION_REQUIRED',
    affectedEntities: [{ entityValue: 'i-1', tags: { tier: 'gold' } }],
  });
  expect(labelsOf(detail, ACCOUNT)).toEqual({
    service: ['EC2'],
    typeCode: ['AWS_EC2_API_ISSUE'],
    category: ['issue'],
    scope: ['ACCOUNT_SPECIFIC'],
    actionability: ['ACTION_REQUIRED'],
    ou: ['/prod/eu'],
    persona: ['OPERATIONS', 'SECURITY'],
    'tag:stage': ['prod'],
    'tag:team': ['core'],
    'tag:tier': ['gold'],
  });
});

test('a tag of a resource stands beside the same tag of the account', () => {
  const { detail } = aReadEvent({ affectedEntities: [{ entityValue: 'i-1', tags: { team: 'payments' } }] });
  expect(labelsOf(detail, ACCOUNT)['tag:team']).toEqual(['core', 'payments']);
});

test('reordered entities and personas are no change', () => {
  const entities = [
    { entityValue: 'i-1', tags: { team: 'payments', zone: 'a' } },
    { entityValue: 'i-2', tags: { tier: 'gold', team: 'core' } },
  ];
  const personas = ['SECURITY', 'BILLING'];
  const one = labelsOf(aReadEvent({ affectedEntities: entities, personas }).detail, undefined);
  const odd = { affectedEntities: entities.toReversed(), personas: personas.toReversed() };
  const other = labelsOf(aReadEvent(odd).detail, undefined);
  expect(JSON.stringify(other)).toBe(JSON.stringify(one));
});

test('what an event does not say is no label', () => {
  expect(labelsOf(aReadEvent({}, { detail: {} }).detail, undefined)).toEqual({ category: ['unknown'] });
});
