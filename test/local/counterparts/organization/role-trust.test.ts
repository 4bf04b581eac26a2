import { expect, test } from 'vitest';
import { roleTrust } from '#local/counterparts/organization/role-trust.ts';
import type { Role } from '#local/estate.ts';

const HUB = '111111111111';
const READER = 'arn:aws:iam::222222222222:role/reeve-reader';
const DOCTOR = `arn:aws:iam::${HUB}:role/reeve-doctor`;

function aRole(Condition: Record<string, Record<string, unknown>> | undefined): Role {
  const statement = { Effect: 'Allow' as const, Principal: { AWS: `arn:aws:iam::${HUB}:root` }, Condition };
  return {
    logicalId: 'Reader',
    name: 'reeve-reader',
    arn: READER,
    trust: { Statement: [statement] },
    policies: [],
    managedPolicyArns: [],
  };
}

const trusting = aRole({
  StringEquals: {
    'aws:PrincipalArn': [DOCTOR, `arn:aws:iam::${HUB}:role/reeve-account-directory`],
    'aws:PrincipalOrgID': 'o-town',
    'sts:ExternalId': 'reeve/ReeveHub',
  },
});
const mayAssume = roleTrust([trusting], 'o-town');
const doctor = { accountId: HUB, arn: DOCTOR };

test('a role is assumed by whom its trust names, with the external id', () => {
  expect(mayAssume(doctor, READER, 'reeve/ReeveHub')).toBe(true);
});

test.each([
  [
    'another role of the account',
    { ...doctor, arn: `arn:aws:iam::${HUB}:role/other` },
    READER,
    'reeve/ReeveHub',
  ],
  ['another account', { accountId: '333333333333', arn: DOCTOR }, READER, 'reeve/ReeveHub'],
  ['another external id', doctor, READER, 'reeve/ReeveTrial'],
  ['nobody’s external id', doctor, READER, undefined],
  ['a role that is not there', doctor, `${READER}-2`, 'reeve/ReeveHub'],
])('not with %s', (_, identity, role, externalId) => {
  expect(mayAssume(identity, role, externalId)).toBe(false);
});

test('in a lone account no Organization can be asked for', () => {
  expect(roleTrust([trusting], '')(doctor, READER, 'reeve/ReeveHub')).toBe(false);
});

test('what it does not know is an error, never a yes', () => {
  const strange = roleTrust([aRole({ StringLike: { 'aws:PrincipalArn': '*' } })], 'o-town');
  const unknown = roleTrust([aRole({ StringEquals: { 'aws:SourceIp': '10.0.0.1' } })], 'o-town');

  expect(() => strange(doctor, READER, undefined)).toThrow(/StringLike of a trust is not emulated/);
  expect(() => unknown(doctor, READER, undefined)).toThrow(/aws:SourceIp of a trust is not emulated/);
});
