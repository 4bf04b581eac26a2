import {
  DescribeTrustedAdvisorCheckRefreshStatusesCommand,
  DescribeTrustedAdvisorCheckResultCommand,
  DescribeTrustedAdvisorCheckSummariesCommand,
  DescribeTrustedAdvisorChecksCommand,
  RefreshTrustedAdvisorCheckCommand,
  SupportClient,
} from '@aws-sdk/client-support';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { flagItem, resultOf } from '#local/counterparts/organization/world-advisor.ts';
import { MEMBER, type ServedWorld, servedWorld } from './served-world.ts';

const VOLUMES = 'H7IgTzjTYb';
const ROOT = '7DAFEmoDos';

let served: ServedWorld;
let client: SupportClient;
beforeEach(async () => {
  served = await servedWorld();
  client = served.clientOf(SupportClient, { account: MEMBER, region: 'us-east-1' });
});
afterEach(() => served.close());

const checks = () => client.send(new DescribeTrustedAdvisorChecksCommand({ language: 'en' }));
const resultFor = async (checkId: string) =>
  (await client.send(new DescribeTrustedAdvisorCheckResultCommand({ checkId, language: 'en' }))).result;
const summariesFor = async (...checkIds: string[]) =>
  (await client.send(new DescribeTrustedAdvisorCheckSummariesCommand({ checkIds }))).summaries ?? [];
const refresh = async (checkId: string) =>
  (await client.send(new RefreshTrustedAdvisorCheckCommand({ checkId }))).status;

test('All checks are there, with their columns in order', async () => {
  const { checks: found = [] } = await checks();
  expect(new Set(found.map(({ category }) => category)).size).toBe(6);
  expect(found.find(({ id }) => id === 'jL7PP0l7J9')?.metadata).toEqual([
    'Region',
    'Service',
    'Limit Name',
    'Limit Amount',
    'Current Usage',
    'Status',
  ]);
});

test('A check flags what it flags in this account, and nothing that is fine', async () => {
  flagItem(served.world.advisor, MEMBER, VOLUMES, {
    id: 'a',
    status: 'error',
    region: 'eu-west-1',
    cells: ['eu-west-1', 'vol-1', null],
  });
  flagItem(served.world.advisor, MEMBER, VOLUMES, {
    id: 'b',
    status: 'ok',
    cells: ['eu-west-1', 'vol-2', null],
  });
  flagItem(served.world.advisor, MEMBER, VOLUMES, { id: 'c', status: 'warning', isSuppressed: true });
  const result = await resultFor(VOLUMES);
  expect(result?.status).toBe('error');
  expect(
    result?.flaggedResources?.filter(({ resourceId }) => ['a', 'b', 'c'].includes(resourceId ?? '')),
  ).toEqual([
    {
      resourceId: 'a',
      status: 'error',
      isSuppressed: false,
      region: 'eu-west-1',
      metadata: ['eu-west-1', 'vol-1', null],
    },
    { resourceId: 'c', status: 'warning', isSuppressed: true },
  ]);
  const [summary] = await summariesFor(VOLUMES);
  expect(summary).toMatchObject({ checkId: VOLUMES, status: 'error', hasFlaggedResources: true });
});

test('A check that was never looked at is not available', async () => {
  delete resultOf(served.world.advisor, MEMBER, VOLUMES).refreshedAt;
  expect(await summariesFor(VOLUMES)).toMatchObject([{ status: 'not_available' }]);
});

test('Savings are summed, but not of what people left out', async () => {
  const idle = (id: string, savings: string) => ({
    id,
    status: 'warning' as const,
    cells: [null, id, null, null, null, null, savings],
  });
  const result = resultOf(served.world.advisor, MEMBER, 'Ti39halfu8');
  result.flags = [idle('a', '$1,104.25'), idle('b', '$0.10'), { ...idle('c', '$5'), isSuppressed: true }];
  const [summary] = await summariesFor('Ti39halfu8');
  expect(summary?.categorySpecificSummary?.costOptimizing?.estimatedMonthlySavings).toBe(1104.35);
});

test.each([
  () => new DescribeTrustedAdvisorChecksCommand({ language: 1 as unknown as string }),
  () => new DescribeTrustedAdvisorCheckResultCommand({ checkId: 7 as unknown as string }),
  () => new DescribeTrustedAdvisorCheckSummariesCommand({ checkIds: VOLUMES as unknown as string[] }),
  () => new DescribeTrustedAdvisorCheckSummariesCommand({ checkIds: [7 as unknown as string] }),
])('A value of another type is refused, %#', async (command) => {
  await expect(client.send(command() as DescribeTrustedAdvisorChecksCommand)).rejects.toMatchObject({
    name: 'SerializationException',
  });
});

test('One id that AWS has removed fails the whole request (jantman/awslimitchecker#441)', async () => {
  await expect(summariesFor(VOLUMES, 'vZ2c2W1srf')).rejects.toMatchObject({
    name: 'InvalidParameterValueException',
  });
  await expect(resultFor('vZ2c2W1srf')).rejects.toMatchObject({ name: 'InvalidParameterValueException' });
});

describe('A refresh', () => {
  test('is enqueued, processed and done, and then its time is that of the result', async () => {
    const before = (await summariesFor(VOLUMES))[0]?.timestamp;
    expect((await refresh(VOLUMES))?.status).toBe('enqueued');
    served.clock.advance(10_000);
    expect((await refresh(VOLUMES))?.status).toBe('processing');
    expect((await summariesFor(VOLUMES))[0]?.timestamp).toBe(before);
    served.clock.advance(60_000);
    const status = await refresh(VOLUMES);
    expect(status?.status).toBe('success');
    expect((status?.millisUntilNextRefreshable ?? 0) / 1000).toBeCloseTo(3_530, -1);
    expect((await summariesFor(VOLUMES))[0]?.timestamp).not.toBe(before);
  });

  test('that AWS gives up leaves the result as it was', async () => {
    const before = (await summariesFor(VOLUMES))[0]?.timestamp;
    resultOf(served.world.advisor, MEMBER, VOLUMES).abandons = true;
    expect((await refresh(VOLUMES))?.status).toBe('enqueued');
    served.clock.advance(60_000);
    expect((await refresh(VOLUMES))?.status).toBe('abandoned');
    expect((await summariesFor(VOLUMES))[0]?.timestamp).toBe(before);
  });

  test('of a check that AWS refreshes by itself is refused (awslabs/aws-trusted-advisor-explorer#1)', async () => {
    await expect(refresh(ROOT)).rejects.toMatchObject({ name: 'InvalidParameterValueException' });
    const statuses = client.send(
      new DescribeTrustedAdvisorCheckRefreshStatusesCommand({ checkIds: [VOLUMES, ROOT] }),
    );
    await expect(statuses).rejects.toMatchObject({ name: 'InvalidParameterValueException' });
  });
});

test('An account without a plan is told so, and it is refused where AWS Support is not', async () => {
  const elsewhere = served.clientOf(SupportClient, { account: MEMBER, region: 'eu-central-1' });
  await expect(
    elsewhere.send(new DescribeTrustedAdvisorChecksCommand({ language: 'en' })),
  ).rejects.toMatchObject({
    name: 'InvalidSignatureException',
  });
  const account = served.world.accounts.find(({ id }) => id === MEMBER);
  if (account) account.supportPlan = 'basic';
  await expect(checks()).rejects.toMatchObject({ name: 'SubscriptionRequiredException' });
  await expect(summariesFor(VOLUMES)).rejects.toMatchObject({ name: 'SubscriptionRequiredException' });
});
