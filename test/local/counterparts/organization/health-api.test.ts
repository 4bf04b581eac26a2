import {
  DescribeAffectedAccountsForOrganizationCommand,
  DescribeAffectedEntitiesForOrganizationCommand,
  DescribeEventDetailsForOrganizationCommand,
  DescribeEventsCommand,
  DescribeEventsForOrganizationCommand,
  DescribeHealthServiceStatusForOrganizationCommand,
  HealthClient,
} from '@aws-sdk/client-health';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SupportPlan } from '#local/counterparts/organization/world.ts';
import { ARN, aWorldEvent } from '#test/health-reconcile/an-api-event.ts';
import { HUB, MANAGEMENT, MEMBER, type ServedWorld, servedWorld } from './served-world.ts';

const PUBLIC_ARN = 'arn:aws:health:us-east-1::event/IAM/AWS_IAM_OPERATIONAL_ISSUE/X_1';
let served: ServedWorld;
let client: HealthClient;
beforeEach(async () => {
  served = await servedWorld();
  served.world.health.events = [
    aWorldEvent(),
    aWorldEvent({ arn: PUBLIC_ARN, eventScopeCode: 'PUBLIC', affected: {} }),
  ];
  client = served.clientOf(HealthClient, { account: HUB, region: 'us-east-1' });
});
afterEach(() => served.close());

const clientOf = (account: string, region = 'us-east-1') =>
  served.clientOf(HealthClient, { account, region });
const outcomeOf = (answer: Promise<unknown>) =>
  answer.then(
    () => 'told',
    (error: Error) => error.name,
  );
const detailsOf = (organizationEventDetailFilters: { eventArn: string; awsAccountId?: string }[]) =>
  client.send(new DescribeEventDetailsForOrganizationCommand({ organizationEventDetailFilters }));

describe('the support plan of the account that asks', () => {
  test.each<[SupportPlan, boolean]>([
    ['basic', false],
    ['developer', false],
    ['business', true],
    ['business-plus', true],
    ['enterprise-on-ramp', true],
    ['enterprise', true],
  ])('%s has the API: %s', async (plan, has) => {
    const hub = served.world.accounts.find(({ id }) => id === HUB);
    if (hub) hub.supportPlan = plan;
    const answer = client.send(new DescribeEventsCommand({}));
    expect(await outcomeOf(answer)).toBe(has ? 'told' : 'SubscriptionRequiredException');
  });
});

describe('details', () => {
  test('of a public event are refused with an account, all others without one', async () => {
    const { successfulSet = [], failedSet = [] } = await detailsOf([
      { eventArn: PUBLIC_ARN },
      { eventArn: PUBLIC_ARN, awsAccountId: MEMBER },
      { eventArn: ARN, awsAccountId: MEMBER },
      { eventArn: ARN },
      { eventArn: ARN, awsAccountId: HUB },
    ]);

    expect(successfulSet.map(({ awsAccountId, event }) => [event?.arn, awsAccountId])).toEqual([
      [PUBLIC_ARN, undefined],
      [ARN, MEMBER],
    ]);
    expect(failedSet.map(({ eventArn, awsAccountId }) => [eventArn, awsAccountId])).toEqual([
      [PUBLIC_ARN, MEMBER],
      [ARN, undefined],
      [ARN, HUB],
    ]);
  });

  test('are for ten at most', async () => {
    const eleven = Array.from({ length: 11 }, () => ({ eventArn: ARN, awsAccountId: MEMBER }));
    await expect(detailsOf(eleven.slice(1))).resolves.toBeDefined();
    await expect(detailsOf(eleven)).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(detailsOf([])).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

describe('pages', () => {
  test.each([
    [new DescribeEventsForOrganizationCommand({ maxResults: 0 }), false],
    [new DescribeEventsForOrganizationCommand({ maxResults: 1 }), true],
    [new DescribeEventsForOrganizationCommand({ maxResults: 101 }), false],
    [new DescribeAffectedAccountsForOrganizationCommand({ eventArn: ARN, maxResults: 9 }), false],
    [new DescribeAffectedAccountsForOrganizationCommand({ eventArn: ARN, maxResults: 10 }), true],
  ])('have their bounds: %#', async (command, isGood) => {
    const answer = client.send(command as DescribeEventsCommand);
    expect(await outcomeOf(answer)).toBe(isGood ? 'told' : 'ValidationException');
  });

  test('follow by their token, and no other list’s token is good', async () => {
    const first = await client.send(new DescribeEventsForOrganizationCommand({ maxResults: 1 }));
    const { nextToken } = first;
    const second = await client.send(new DescribeEventsForOrganizationCommand({ maxResults: 1, nextToken }));
    const other = client.send(new DescribeEventsCommand({ nextToken }));

    expect([first, second].flatMap(({ events = [] }) => events.map(({ arn }) => arn))).toEqual([
      ARN,
      PUBLIC_ARN,
    ]);
    expect(second.nextToken).toBeUndefined();
    await expect(other).rejects.toMatchObject({ name: 'InvalidPaginationToken' });
  });
});

test('who may not see the Organization is told so', async () => {
  const command = () => new DescribeEventsForOrganizationCommand({});
  const denied = { name: 'AccessDeniedException' };
  await expect(clientOf(MEMBER).send(command())).rejects.toMatchObject(denied);
  await expect(clientOf(MANAGEMENT).send(command())).resolves.toBeDefined();
  served.world.health.organizationalView = false;
  await expect(clientOf(MANAGEMENT).send(command())).rejects.toMatchObject(denied);
});

test('the management account alone learns whether the view is on', async () => {
  const command = () => new DescribeHealthServiceStatusForOrganizationCommand({});
  expect(await clientOf(MANAGEMENT).send(command())).toMatchObject({
    healthServiceAccessStatusForOrganization: 'ENABLED',
  });
  await expect(client.send(command())).rejects.toMatchObject({ name: 'AccessDeniedException' });
});

test('resources of an account that is not affected are a failure beside those of the others', async () => {
  const organizationEntityAccountFilters = [MEMBER, HUB].map((awsAccountId) => ({
    eventArn: ARN,
    awsAccountId,
  }));
  const command = new DescribeAffectedEntitiesForOrganizationCommand({ organizationEntityAccountFilters });
  const { entities, failedSet } = await client.send(command);

  expect(entities).toMatchObject([{ awsAccountId: MEMBER, eventArn: ARN }]);
  expect(failedSet).toMatchObject([{ awsAccountId: HUB, eventArn: ARN }]);
});

test.each(['us-east-1', 'us-east-2', 'eu-central-1'])(
  'a call to %s is answered where the API is',
  async (region) => {
    const answer = clientOf(HUB, region).send(new DescribeEventsCommand({}));
    const isThere = region.startsWith('us-east-');
    expect(await outcomeOf(answer)).toBe(isThere ? 'told' : 'UnknownEndpoint');
  },
);
