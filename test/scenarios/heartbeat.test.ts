import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { anAccount, PAYMENTS } from '#test/heartbeat/a-directory.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

const REGIONS = ['eu-central-1', 'eu-west-1', 'us-east-1', 'us-west-2'];
const HOUR_MS = 3_600_000;
let cloud: EmbeddedCloud;

beforeAll(async () => {
  cloud = await startEmbeddedCloud({ assembly: ASSEMBLY, members: [PAYMENTS], fires: () => false });
  cloud.scheduler.pause();
  const body = JSON.stringify(anAccount(PAYMENTS, { name: 'payments-prod' }));
  const table = cloud.estate.tables.find(({ logicalId }) => logicalId.startsWith('Directory'))?.name ?? '';
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
const pass = (hours: number) => cloud.clock.advance(hours * HOUR_MS);

it('nothing is silent when the hub counts for the first time', async () => {
  await fire(/HeartbeatCount/);

  expect(silentMembers()).toMatchObject({ namespace: 'Reeve', dimensions: { Stack: 'ReeveHub' }, value: 0 });
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
  expect(silentMembers()?.value).toBe(0);

  pass(10);
  await fire(/HeartbeatCount/);
  expect(silentMembers()?.value).toBe(1);
  await fire(/HeartbeatTell/);
  expect(lastMessage()).toContain(`payments-prod (${PAYMENTS}): eu-central-1`);
});

it('its next heartbeat ends the silence', async () => {
  await fire(speaks('eu-central-1'));
  await fire(/HeartbeatCount/);

  expect(silentMembers()?.value).toBe(0);
});
