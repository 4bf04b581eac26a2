import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alertKeyOf, partIdOf, updateIdOf } from '#lambdas/health-alerts/alert-key.ts';
import { aReadEvent } from '#test/health-alerts/a-health-event.ts';

const accountId = fc.stringMatching(/^\d{12}$/);

describe('alertKeyOf', () => {
  test('does not depend on the account, the page, the Region or the backup copy that an event came by', () => {
    const copy = fc.record({
      account: accountId,
      affectedAccount: accountId,
      page: fc.integer({ min: 1, max: 50 }).map(String),
      region: fc.constantFrom('us-west-2', 'us-east-1', 'eu-central-1'),
      backupEvent: fc.constantFrom('true', 'false', undefined),
      communicationId: fc.option(fc.uuid(), { nil: undefined }),
    });
    fc.assert(
      fc.property(copy, ({ account, region, ...detail }) => {
        expect(alertKeyOf(aReadEvent(detail, { account, region }))).toBe(alertKeyOf(aReadEvent()));
      }),
    );
  });

  test('two events with one id have two keys', () => {
    const envelope = { id: '5f0c9a52-9d1e-4a43-8f55-0e6b7a2d9c01' };
    const one = aReadEvent({ eventArn: 'arn:aws:health:eu-west-1::event/A_1' }, envelope);
    const other = aReadEvent({ eventArn: 'arn:aws:health:eu-west-1::event/A_2' }, envelope);
    expect(alertKeyOf(one)).not.toBe(alertKeyOf(other));
  });

  test('where the ARN ends in the bare type code, the start tells events apart', () => {
    const eventArn = 'arn:aws:health:eu-west-1::event/EC2/AWS_EC2_API_ISSUE';
    const march = aReadEvent({ eventArn, startTime: 'Tue, 10 Mar 2026 07:50:00 GMT' });
    const april = aReadEvent({ eventArn, startTime: 'Fri, 10 Apr 2026 07:50:00 GMT' });
    expect(alertKeyOf(march)).not.toBe(alertKeyOf(april));
  });

  test('where the ARN has an id, a start that is corrected changes nothing', () => {
    const corrected = aReadEvent({ startTime: 'Tue, 10 Mar 2026 07:30:00 GMT' });
    expect(alertKeyOf(corrected)).toBe(alertKeyOf(aReadEvent()));
  });

  test('without an ARN the account and the type tell events apart', () => {
    const ofAccount = (affectedAccount: string, account = 'x') =>
      alertKeyOf(aReadEvent({ eventArn: '', affectedAccount }, { account }));
    expect(ofAccount('111122223333')).not.toBe(ofAccount('444455556666'));
    expect(ofAccount('111122223333')).toBe(ofAccount('111122223333', 'the hub that it was copied to'));
    expect(alertKeyOf(aReadEvent({}, { detail: {} }))).toMatch(/^health\/[\w-]{22}$/);
  });

  test.each(['aws', 'aws-us-gov', 'aws-cn'])(
    'an ARN of partition %s is a key (aws-health-aware#102)',
    (name) => {
      const key = alertKeyOf(aReadEvent({ eventArn: `arn:${name}:health:x::event/EC2/T/T_1` }));
      expect(key).toMatch(/^health\/[\w-]{22}$/);
    },
  );
});

describe('partIdOf', () => {
  test('is the affected account, so that a second account hit by one event still appears', () => {
    expect(partIdOf(aReadEvent({ affectedAccount: '444455556666' }))).toBe('444455556666');
  });

  test('is the receiver on old events, which name no affected account', () => {
    const old = aReadEvent({ affectedAccount: undefined }, { account: '777788889999' });
    expect(partIdOf(old)).toBe('777788889999');
  });

  test('is nobody’s for a public event, whoever received it', () => {
    fc.assert(
      fc.property(accountId, (account) => {
        expect(partIdOf(aReadEvent({ eventScopeCode: 'PUBLIC' }, { account }))).toBe('public');
      }),
      { numRuns: 20 },
    );
  });
});

describe('updateIdOf', () => {
  test.each([
    ['reeve0a1b-1', 'reeve0a1b'],
    ['reeve0a1b-10', 'reeve0a1b'],
    ['reeve0a1b', 'reeve0a1b'],
    [undefined, undefined],
  ])('of %j is %j: the page is no part of it', (communicationId, update) => {
    expect(updateIdOf(aReadEvent({ communicationId }))).toBe(update);
  });
});
