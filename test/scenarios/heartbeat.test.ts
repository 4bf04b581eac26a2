import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { anAccount, PAYMENTS } from '#test/heartbeat/a-directory.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

const REGIONS = ['eu-central-1', 'eu-west-1', 'us-east-1', 'us-west-2'];
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
let cloud: EmbeddedCloud;
let table = '';

beforeAll(async () => {
  cloud = await startEmbeddedCloud({ assembly: ASSEMBLY, members: [PAYMENTS], fires: () => false });
  cloud.scheduler.pause();
  const body = JSON.stringify(anAccount(PAYMENTS, { name: 'payments-prod' }));
  table = cloud.estate.tables.find(({ logicalId }) => logicalId.startsWith('Directory'))?.name ?? '';
  const item = { account: { S: PAYMENTS }, row: { S: 'account' }, body: { S: body } };
  await cloud.tables.client.send(new PutItemCommand({ TableName: table, Item: item }));
});
afterAll(() => cloud.stop());

const lastMessage = () =>
  JSON.stringify(cloud.products.slack.messages(cloud.products.conversations['ops'] ?? '').at(-1));

/** Fires all schedules whose ARN names this, and waits until all is done that comes of it. */
async function fire(pattern: RegExp): Promise<number> {
  const arns = cloud.estate.schedules.map(({ arn }) => arn).filter((arn) => pattern.test(arn));
  for (const arn of arns) await cloud.scheduler.trigger(arn);
  await cloud.settled();
  return arns.length;
}
const speaks = (region: string) => new RegExp(`:${region}:${PAYMENTS}:`);
const silentMembers = () => cloud.metrics.all().find(({ name }) => name === 'SilentMembers');
/** What a Region of the member puts on its own default bus. */
const speak = (time: string) =>
  cloud.putEvent({
    version: '0',
    id: '7d3f1a52-0d1e-4a43-8f55-0e6b7a2d9c01',
    'detail-type': 'Heartbeat',
    source: 'reeve.heartbeat',
    account: PAYMENTS,
    time,
    region: 'eu-west-1',
    resources: [],
    detail: { version: '0.1.0' },
  });
const pass = (hours: number) => cloud.clock.advance(hours * HOUR_MS);

it('nothing is silent when the hub counts for the first time', async () => {
  await fire(/HeartbeatCount/);

  expect(silentMembers()).toBeUndefined();
});

it('each Region of a member speaks on its own default bus, and the hub hears it', async () => {
  for (const region of REGIONS) expect(await fire(speaks(region))).toBe(1);
  await fire(/HeartbeatTell/);

  expect(lastMessage()).toContain('All 4 Regions are heard');
});

it('a Region that stops is counted, and told by name on the next day', async () => {
  pass(24);
  for (const region of REGIONS.slice(1)) await fire(speaks(region));
  await fire(/HeartbeatCount/);
  expect(silentMembers()).toBeUndefined();

  pass(10);
  await fire(/HeartbeatCount/);
  expect(silentMembers()).toMatchObject({ namespace: 'Reeve', dimensions: { Stack: 'ReeveHub' }, value: 1 });
  await fire(/HeartbeatTell/);
  expect(lastMessage()).toContain(`payments-prod (${PAYMENTS}): eu-central-1`);
});

it('its next heartbeat ends the silence', async () => {
  await fire(speaks('eu-central-1'));
  await fire(/HeartbeatCount/);

  expect(silentMembers()?.value).toBe(0);
});

it('of many heartbeats that come at once, in no order, the last that was sent stays', async () => {
  const now = cloud.clock.now();
  const moments = [7, 2, 9, 1, 5, 8, 3, 1, 6, 4].map((minutes) => now - minutes * MINUTE_MS);
  await Promise.all(moments.map((at) => speak(new Date(at).toISOString())));
  await cloud.settled();

  const Key = { account: { S: PAYMENTS }, row: { S: 'heartbeat#eu-west-1' } };
  const { Item } = await cloud.tables.client.send(new GetItemCommand({ TableName: table, Key }));
  expect(JSON.parse(Item?.['body']?.S ?? '')).toMatchObject({
    heardAt: new Date(now - MINUTE_MS).toISOString(),
  });
});

it('a heartbeat that cannot be read is tried three times, and lies in the missed runs then', async () => {
  const { name = '' } = cloud.estate.queues.find(({ arn }) => arn.includes('MissedRuns')) ?? {};
  await speak('today');
  await cloud.settled();
  expect(cloud.queues.inspect(name)).toEqual([]);
  for (const minutes of [1, 2]) {
    cloud.clock.advance(minutes * MINUTE_MS);
    await cloud.settled();
  }

  const letters = cloud.queues.inspect(name).map(({ body }) => JSON.parse(body) as unknown);
  expect(letters).toMatchObject([
    {
      requestContext: {
        functionArn: expect.stringContaining('HeartbeatWatch') as string,
        approximateInvokeCount: 3,
      },
      requestPayload: { account: PAYMENTS, time: 'today' },
      responsePayload: { errorMessage: expect.stringContaining('Message is unreadable') as string },
    },
  ]);
});
