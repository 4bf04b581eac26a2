import { HealthClient } from '@aws-sdk/client-health';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accountHealth } from '#lambdas/health-reconcile/account-health-client.ts';
import { NotSubscribedError } from '#lambdas/health-reconcile/health-errors.ts';
import { organizationHealth } from '#lambdas/health-reconcile/organization-health-client.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';
import { AwsError } from '#local/proxy/aws-call.ts';
import {
  HUB,
  MANAGEMENT,
  MEMBER,
  type ServedWorld,
  servedWorld,
} from '#test/local/counterparts/organization/served-world.ts';
import { ARN, aWorldEvent, UPDATED } from './an-api-event.ts';

const PUBLIC_ARN = 'arn:aws:health:us-east-1::event/IAM/AWS_IAM_OPERATIONAL_ISSUE/X_1';
const accountId = (index: number) => String(300_000_000_000 + index);

let served: ServedWorld;
beforeEach(async () => {
  served = await servedWorld();
});
afterEach(() => served.close());

const clientOf = (account: string) => served.clientOf(HealthClient, { account, region: 'us-east-1' });
const organization = (account = HUB) => organizationHealth(clientOf(account));
const oneAccount = (account = MEMBER) => accountHealth(clientOf(account), account);
const happens = (over?: Parameters<typeof aWorldEvent>[0]) =>
  void served.world.health.events.push(aWorldEvent(over));
const affected = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      accountId(index),
      [{ value: `i-${index}`, status: 'PENDING' }],
    ]),
  );

describe.each([
  ['an Organization', () => organization()],
  ['one account', () => oneAccount()],
])('the events of %s', (_whose, open) => {
  test('are listed over all pages', async () => {
    for (let index = 0; index < 230; index += 1) happens({ arn: `${ARN}${index}` });
    expect(await open().listEvents({ statuses: ['open', 'upcoming'] })).toHaveLength(230);
  });

  test('are those that are not over, or those that were updated', async () => {
    happens({ statusCode: 'closed', lastUpdatedTime: UPDATED + 60_000 });
    happens({ arn: `${ARN}8`, statusCode: 'upcoming' });
    const arns = async (filter: Parameters<ReturnType<typeof open>['listEvents']>[0]) =>
      (await open().listEvents(filter)).map(({ arn }) => arn);

    expect(await arns({ statuses: ['open', 'upcoming'] })).toEqual([`${ARN}8`]);
    expect(await arns({ updatedSince: new Date(UPDATED + 30_000) })).toEqual([ARN]);
  });

  test('that are public have one part, described for all alike', async () => {
    happens({ arn: PUBLIC_ARN, eventScopeCode: 'PUBLIC', affected: {}, description: 'For everybody.' });
    const { found } = await open().describe(PUBLIC_ARN, ['public']);

    expect(await open().listParts(PUBLIC_ARN)).toEqual(['public']);
    expect([...found]).toMatchObject([
      ['public', { description: 'For everybody.', event: { arn: PUBLIC_ARN } }],
    ]);
  });

  test('that do not exist any more have none, and a description is an error by name', async () => {
    expect(await open().listParts(ARN)).toEqual([]);
    expect(await open().describe(ARN, [MEMBER])).toEqual({ found: new Map(), errors: ['EventNotFound'] });
  });

  test('are not told without the plan, which is no failure', async () => {
    for (const account of served.world.accounts) account.supportPlan = 'developer';
    const listed = open().listEvents({ statuses: ['open'] });
    await expect(listed).rejects.toBeInstanceOf(NotSubscribedError);
  });

  test('are not told without the permission, which is named', async () => {
    served.faults.deny('health:DescribeEvents*');
    const error = await open()
      .listEvents({ statuses: ['open'] })
      .catch((reason: unknown) => reason);

    expect(error).toBeInstanceOf(PermanentError);
    expect((error as PermanentError).fields['action']).toMatch(/^health:DescribeEvents(ForOrganization)?$/);
  });
});

test('what is neither the plan nor the permission is told as it is, and may be tried again', async () => {
  served.faults.fail('health:DescribeEvents*', new AwsError('InvalidPaginationToken', 'again', 400));
  const listed = organization().listEvents({ statuses: ['open'] });
  const error = await listed.catch((reason: unknown) => reason);

  expect(error).toMatchObject({ name: 'InvalidPaginationToken' });
  expect(error).not.toBeInstanceOf(PermanentError);
});

describe('an Organization', () => {
  test('tells all accounts of an event, over all pages, and about how many they are', async () => {
    happens({ affected: affected(230) });
    expect(await organization().listParts(ARN)).toHaveLength(230);
    expect(await organization().countAccounts(ARN)).toEqual({ count: 100, isAll: false });

    served.world.health.events = [aWorldEvent({ affected: affected(3) })];
    expect(await organization().countAccounts(ARN)).toEqual({ count: 3, isAll: true });
  });

  test('describes each account by itself, ten in a call (aws-health-aware#9)', async () => {
    const details = {
      [accountId(11)]: { description: 'Otherwise here.', lastUpdatedTime: UPDATED + 60_000 },
    };
    happens({ affected: affected(12), details });
    const parts = Array.from({ length: 12 }, (_, index) => accountId(index));
    const { found } = await organization().describe(ARN, [...parts, accountId(99)]);

    expect([...found.keys()]).toEqual(parts);
    expect(found.get(accountId(11))).toMatchObject({
      description: 'Otherwise here.',
      event: { lastUpdatedTime: new Date(UPDATED + 60_000) },
    });
  });

  test('tells the resources of each account, with their links, over all pages', async () => {
    const many = Array.from({ length: 130 }, (_, index) => ({ value: `i-${index}`, status: 'PENDING' }));
    const url = 'https://console.aws.amazon.com/here';
    const [one, other] = [accountId(0), accountId(1)];
    happens({ affected: { [one]: many, [other]: [{ value: 'vol-1', status: 'RESOLVED', url }] } });
    const { found, errors } = await organization().listEntities(ARN, [one, other, accountId(9)]);

    expect(found.get(one)).toHaveLength(130);
    expect(found.get(other)).toMatchObject([
      { entityValue: 'vol-1', statusCode: 'RESOLVED', entityUrl: url },
    ]);
    expect(found.has(accountId(9))).toBe(false);
    expect(errors).toEqual(['EventNotFound']);
  });

  test.each([
    ['the management account', MANAGEMENT, true],
    ['a delegated administrator of Health', HUB, true],
    ['an ordinary member', MEMBER, false],
  ])('is seen by %s: %s %s', async (_who, account, isSeen) => {
    const listed = organization(account).listEvents({ statuses: ['open'] });
    const outcome = await listed.catch((error: unknown) => error);
    expect(outcome instanceof PermanentError).toBe(!isSeen);
  });

  test('whose view is off is an error', async () => {
    served.world.health.organizationalView = false;
    await expect(organization().listEvents({ statuses: ['open'] })).rejects.toThrow('refuses');
  });
});

describe('one account', () => {
  test('has what concerns it, and no other account', async () => {
    happens();
    happens({ arn: `${ARN}8`, affected: affected(1) });

    expect(await oneAccount().listEvents({ statuses: ['open'] })).toHaveLength(1);
    expect(await oneAccount().listParts(ARN)).toEqual([MEMBER]);
    expect([...(await oneAccount().describe(ARN, [MEMBER])).found.keys()]).toEqual([MEMBER]);
    expect((await oneAccount().listEntities(ARN, [MEMBER])).found.get(MEMBER)).toMatchObject([
      { entityValue: 'i-0aa11bb22cc33dd44' },
    ]);
    expect(await oneAccount().countAccounts(ARN)).toBeUndefined();
  });
});

test('a failure that names no account leaves out those of whom nothing was told, not the others', async () => {
  const client = clientOf(HUB);
  const [told, silent] = [accountId(0), accountId(1)];
  const answer = {
    entities: [{ entityValue: 'i-1', awsAccountId: told }],
    failedSet: [{ eventArn: ARN, errorName: 'SomeError' }],
    $metadata: {},
  };
  client.middlewareStack.add(() => async () => ({ output: answer, response: {} }), { step: 'initialize' });
  const { found, errors } = await organizationHealth(client).listEntities(ARN, [told, silent]);

  expect([...found.keys()]).toEqual([told]);
  expect(errors).toEqual(['SomeError']);
});
