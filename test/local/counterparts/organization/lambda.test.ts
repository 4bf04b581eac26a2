import { GetAccountSettingsCommand, LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MEMBER, type ServedWorld, servedWorld } from './served-world.ts';

let served: ServedWorld;
beforeEach(async () => {
  served = await servedWorld();
  served.world.concurrentExecutions = 10;
});
afterEach(() => served.close());

const limit = async (place: { account?: string; region?: string } = {}) =>
  (await served.clientOf(LambdaClient, place).send(new GetAccountSettingsCommand({}))).AccountLimit;

test('How many functions may run at a time is told for the hub', async () => {
  expect(await limit()).toMatchObject({ ConcurrentExecutions: 10, UnreservedConcurrentExecutions: 10 });
});

test('Other accounts and Regions have what AWS usually gives', async () => {
  expect(await limit({ account: MEMBER })).toMatchObject({ ConcurrentExecutions: 1000 });
  expect(await limit({ region: 'eu-west-1' })).toMatchObject({ ConcurrentExecutions: 1000 });
});

test('A permission that lacks is known by the name of the action', async () => {
  served.faults.deny('lambda:GetAccountSettings');
  await expect(limit()).rejects.toMatchObject({ name: 'AccessDeniedException' });
});

test('What is not emulated is refused', async () => {
  const list = served.clientOf(LambdaClient).send(new ListFunctionsCommand({}));
  await expect(list).rejects.toMatchObject({ name: 'UnknownOperationException' });
});
