import {
  ConfigServiceClient,
  DescribeConfigurationRecorderStatusCommand,
  DescribeConfigurationRecordersCommand,
  ListConfigurationRecordersCommand,
  NoSuchConfigurationRecorderException,
} from '@aws-sdk/client-config-service';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Recorder } from '#local/counterparts/organization/world.ts';
import { MEMBER, type ServedWorld, servedWorld } from './served-world.ts';

const REGION = 'eu-west-1';

let served: ServedWorld;
let client: ConfigServiceClient;
beforeEach(async () => {
  served = await servedWorld();
  client = served.clientOf(ConfigServiceClient, { account: MEMBER, region: REGION });
});
afterEach(() => served.close());

function given(recorder: Recorder) {
  const account = served.world.accounts.find(({ id }) => id === MEMBER);
  if (account) account.recorders = { [REGION]: recorder };
}
const recorders = async (input: DescribeConfigurationRecordersCommand['input'] = {}, of = client) =>
  (await of.send(new DescribeConfigurationRecordersCommand(input))).ConfigurationRecorders ?? [];
const statuses = async (input: DescribeConfigurationRecorderStatusCommand['input'] = {}) =>
  (await client.send(new DescribeConfigurationRecorderStatusCommand(input))).ConfigurationRecordersStatus ??
  [];

test('A recorder that records is told with its scope', async () => {
  given('recording');
  expect(await recorders()).toMatchObject([{ name: 'default', recordingScope: 'PAID' }]);
  expect((await recorders())[0]?.arn).toContain(
    `arn:aws:config:${REGION}:${MEMBER}:configuration-recorder/default/`,
  );
  expect(await statuses()).toMatchObject([{ name: 'default', recording: true, lastStatus: 'SUCCESS' }]);
});

test('A stopped recorder is there, and does not record', async () => {
  given('stopped');
  expect(await recorders()).toHaveLength(1);
  expect(await statuses()).toMatchObject([{ recording: false }]);
});

test.each<Recorder>(['none', 'internal'])(
  'Of "%s" nothing is told to who names nothing',
  async (recorder) => {
    given(recorder);
    expect(await recorders()).toEqual([]);
    expect(await statuses()).toEqual([]);
  },
);

test('Each account and Region has its own', async () => {
  given('none');
  const elsewhere = served.clientOf(ConfigServiceClient, { account: '444455556666', region: REGION });
  expect(await recorders({}, elsewhere)).toHaveLength(1);
  expect(await recorders({}, served.clientOf(ConfigServiceClient, { region: 'ap-south-1' }))).toEqual([]);
});

test('A service-linked recorder is found in the list, by its name, ARN or service', async () => {
  given('internal');
  const { ConfigurationRecorderSummaries = [] } = await client.send(
    new ListConfigurationRecordersCommand({}),
  );
  const [linked] = ConfigurationRecorderSummaries;
  expect(linked).toMatchObject({
    recordingScope: 'INTERNAL',
    servicePrincipal: 'observabilityadmin.amazonaws.com',
  });
  const { name = '', arn = '', servicePrincipal = '' } = linked ?? {};
  for (const input of [
    { ConfigurationRecorderNames: [name] },
    { Arn: arn },
    { ServicePrincipal: servicePrincipal },
  ]) {
    expect(await recorders(input)).toMatchObject([{ name, recordingScope: 'INTERNAL', servicePrincipal }]);
    expect(await statuses(input)).toMatchObject([{ name, recording: true }]);
  }
});

test('The list can be asked for those that cost', async () => {
  given('internal');
  const ask = (value: string) =>
    client.send(
      new ListConfigurationRecordersCommand({
        Filters: [{ filterName: 'recordingScope', filterValue: [value] }],
      }),
    );
  expect((await ask('PAID')).ConfigurationRecorderSummaries).toEqual([]);
  expect((await ask('INTERNAL')).ConfigurationRecorderSummaries).toHaveLength(1);
});

test('A recorder that is named and not there, and two at once, are refused', async () => {
  given('recording');
  await expect(recorders({ ConfigurationRecorderNames: ['other'] })).rejects.toBeInstanceOf(
    NoSuchConfigurationRecorderException,
  );
  await expect(recorders({ ConfigurationRecorderNames: ['default', 'other'] })).rejects.toMatchObject({
    name: 'ValidationException',
  });
});
