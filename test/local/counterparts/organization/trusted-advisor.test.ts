import {
  ListChecksCommand,
  type ListChecksCommandInput,
  paginateListChecks,
  TrustedAdvisorClient,
} from '@aws-sdk/client-trustedadvisor';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MEMBER, type ServedWorld, servedWorld } from './served-world.ts';

let served: ServedWorld;
let client: TrustedAdvisorClient;
beforeEach(async () => {
  served = await servedWorld();
  client = served.clientOf(TrustedAdvisorClient, { account: MEMBER, region: 'us-east-1' });
});
afterEach(() => served.close());

test('Checks come page by page, each once, with who makes them', async () => {
  const found: { id?: string; source?: string }[] = [];
  for await (const { checkSummaries = [] } of paginateListChecks({ client, pageSize: 5 }, {})) {
    expect(checkSummaries.length).toBeLessThanOrEqual(5);
    found.push(...checkSummaries);
  }
  expect(found.map(({ id }) => id)).toEqual(served.world.advisor.checks.map(({ id }) => id));
  expect(found.find(({ id }) => id === 'Hs4Ma3G121')?.source).toBe('security_hub');
});

test('Columns are a map with numbers for keys', async () => {
  const { checkSummaries = [] } = await client.send(new ListChecksCommand({ pillar: 'service_limits' }));
  expect(checkSummaries[0]?.metadata).toMatchObject({ 0: 'Region', 1: 'Service' });
});

test('The mirror of Security Hub can be asked for', async () => {
  const { checkSummaries = [] } = await client.send(new ListChecksCommand({ source: 'security_hub' }));
  expect(checkSummaries.map(({ id }) => id)).toEqual(['Hs4Ma3G121', 'Hs4Ma3G122']);
});

test('Checks of a service can be asked for, and pillar and source together', async () => {
  const [first] = served.world.advisor.checks;
  if (first) first.awsServices = ['ebs'];
  const idsOf = async (input: ListChecksCommandInput) =>
    (await client.send(new ListChecksCommand(input))).checkSummaries?.map(({ id }) => id);
  expect(await idsOf({ awsService: 'ebs', language: 'de' })).toEqual([first?.id]);
  expect(await idsOf({ awsService: 'eks' })).toEqual([]);
  expect(await idsOf({ pillar: 'performance', source: 'security_hub' })).toEqual([]);
});

test.each([
  [{ pillar: 'beauty' }, 'ValidationException'],
  [{ source: 'hearsay' }, 'ValidationException'],
  [{ language: 'tlh' }, 'ValidationException'],
  [{ awsService: 'x' }, 'ValidationException'],
  [{ maxResults: 201 }, 'ValidationException'],
  [{ maxResults: 1.5 }, 'SerializationException'],
  [{ nextToken: 'made up' }, 'ValidationException'],
])('%j is a %s', async (input, name) => {
  const command = new ListChecksCommand(input as ListChecksCommandInput);
  await expect(client.send(command)).rejects.toMatchObject({ name });
});

test('A token is good for the list that it was given to alone', async () => {
  const { nextToken } = await client.send(new ListChecksCommand({ maxResults: 1, pillar: 'security' }));
  await expect(client.send(new ListChecksCommand({ maxResults: 1, nextToken }))).rejects.toMatchObject({
    name: 'ValidationException',
  });
});

test('Without a plan it says the same as without a right', async () => {
  const account = served.world.accounts.find(({ id }) => id === MEMBER);
  if (account) account.supportPlan = 'developer';
  await expect(client.send(new ListChecksCommand({}))).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
});
