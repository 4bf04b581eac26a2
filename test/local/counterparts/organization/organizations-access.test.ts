import {
  ActivateOrganizationsAccessCommand,
  type CallAs,
  CloudFormationClient,
  DescribeOrganizationsAccessCommand,
} from '@aws-sdk/client-cloudformation';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { STACK_SETS_SERVICE } from '#local/counterparts/organization/service-principals.ts';
import { HUB, MANAGEMENT, MEMBER, type ServedWorld, servedWorld } from './served-world.ts';

let served: ServedWorld;
beforeEach(async () => {
  served = await servedWorld();
});
afterEach(() => served.close());

const of = (account: string) => served.clientOf(CloudFormationClient, { account });
const access = async (account: string, CallAs?: CallAs) =>
  (await of(account).send(new DescribeOrganizationsAccessCommand({ CallAs }))).Status;
const activate = (account: string) => of(account).send(new ActivateOrganizationsAccessCommand({}));
const distrust = () => {
  const { world } = served;
  world.trustedServices = world.trustedServices.filter((service) => service !== STACK_SETS_SERVICE);
};

test('The management account and a delegated administrator are told', async () => {
  expect(await access(MANAGEMENT)).toBe('ENABLED');
  expect(await access(HUB, 'DELEGATED_ADMIN')).toBe('ENABLED');
  distrust();
  expect(await access(MANAGEMENT)).toBe('DISABLED');
});

test('Trust of the Organization is not yet a switch of CloudFormation that is on', async () => {
  served.world.organizationsAccess = 'DISABLED';
  expect(served.world.trustedServices).toContain(STACK_SETS_SERVICE);
  expect(await access(MANAGEMENT)).toBe('DISABLED');
});

test.each([
  { account: HUB, callAs: 'SELF' },
  { account: MEMBER, callAs: 'SELF' },
  { account: MEMBER, callAs: 'DELEGATED_ADMIN' },
  { account: MANAGEMENT, callAs: 'DELEGATED_ADMIN' },
] as const)('$account as $callAs is not', async ({ account, callAs }) => {
  await expect(access(account, callAs)).rejects.toMatchObject({ name: 'InvalidOperationException' });
});

test('A lone account has no Organization to reach', async () => {
  served.world.organizationId = '';
  await expect(access(MANAGEMENT)).rejects.toMatchObject({ name: 'InvalidOperationException' });
});

test('Only the management account switches it on, and the Organization trusts StackSets then', async () => {
  distrust();
  await expect(activate(HUB)).rejects.toMatchObject({ name: 'InvalidOperationException' });
  await activate(MANAGEMENT);
  expect(await access(MANAGEMENT)).toBe('ENABLED');
  expect(served.world.trustedServices).toContain(STACK_SETS_SERVICE);
});

test('What was switched off for good stays off', async () => {
  served.world.organizationsAccess = 'DISABLED_PERMANENTLY';
  await expect(activate(MANAGEMENT)).rejects.toMatchObject({ name: 'InvalidOperationException' });
  expect(await access(MANAGEMENT)).toBe('DISABLED_PERMANENTLY');
});
