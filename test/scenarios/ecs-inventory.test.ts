import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

type Row = { snapshot_date: string; account_name: string; region: string; service: string; running: number };

let cloud: EmbeddedCloud;
beforeAll(async () => {
  cloud = await startEmbeddedCloud({ assembly: ASSEMBLY, fires: ({ arn }) => arn.includes('EcsInventory') });
  const sweep = cloud.estate.schedules.find(({ arn }) => arn.includes('AccountDirectoryDaily'));
  await cloud.scheduler.trigger(sweep?.arn ?? '');
  await cloud.settled();
});
afterAll(() => cloud.stop());

const bucket = () => cloud.estate.buckets[0]?.name ?? '';
const keys = () => cloud.objects.keys(bucket()).filter((key) => key.includes('ecs-services'));
const contentOf = (key: string) => cloud.objects.read(bucket(), key)?.content ?? Buffer.alloc(0);
const today = () => new Date(cloud.clock.now()).toISOString().slice(0, 10);
const tableOf = (date: string) => `tables/report=ecs-services/month=${date.slice(0, 7)}/${date}.ndjson.gz`;
const rowsOf = (date: string) =>
  gunzipSync(contentOf(tableOf(date)))
    .toString()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
const notesOf = (date: string) => {
  const document = JSON.parse(contentOf(`exports/ecs-services/${date}.json`).toString()) as {
    provenance: { notes: string[] };
  };
  return document.provenance.notes;
};
const inventory = () => cloud.estate.schedules.find(({ arn }) => arn.includes('EcsInventory'))?.arn ?? '';

async function nextDay(): Promise<string> {
  cloud.clock.advance(86_400_000);
  await expect
    .poll(() => keys().includes(`exports/ecs-services/${today()}.json`), { timeout: 20_000 })
    .toBe(true);
  await cloud.settled();
  return today();
}

test('once a day the services of all accounts and Regions become a file of a table, and files for people', async () => {
  const date = await nextDay();

  expect(keys()).toEqual([
    `exports/ecs-services/${date}.csv`,
    `exports/ecs-services/${date}.csv-metadata.json`,
    `exports/ecs-services/${date}.json`,
    tableOf(date),
  ]);
  expect(rowsOf(date).map(({ account_name, region, service }) => [account_name, region, service])).toEqual([
    ['payments-prod', 'eu-central-1', 'log-router'],
    ['payments-prod', 'eu-central-1', 'statements'],
    ['payments-prod', 'eu-west-1', 'checkout'],
    ['payments-prod', 'eu-west-1', 'booking'],
    ['shop-dev', 'eu-central-1', 'storefront'],
  ]);
  expect(rowsOf(date).every(({ snapshot_date }) => snapshot_date === date)).toBe(true);
  expect(notesOf(date)).toEqual([]);
});

test('the next day is a file of its own, in which a service that fell shows', async () => {
  const before = today();
  const services = cloud.organization.world.containers.clusters.flatMap((cluster) => cluster.services);
  Object.assign(services.find(({ name }) => name === 'checkout') ?? {}, { runningCount: 0 });
  const date = await nextDay();

  expect(date).not.toBe(before);
  const runningOn = (day: string) => rowsOf(day).find(({ service }) => service === 'checkout')?.running;
  expect([runningOn(before), runningOn(date)]).toEqual([2, 0]);
});

test('an account without the role is named in the file; one that refuses is so too, and rings the alarm', async () => {
  const { faults } = cloud.organization;
  const end = faults.deny('sts:AssumeRole', { when: ({ body }) => body.includes('444455556666') });
  const quiet = await nextDay();
  end();
  expect(notesOf(quiet)).toEqual([expect.stringContaining('no role') as string]);
  expect(rowsOf(quiet)).toHaveLength(4);

  const endRefusal = faults.deny('ecs:DescribeServices', { when: ({ region }) => region === 'eu-west-1' });
  cloud.clock.advance(3_600_000);
  const outcome = await cloud.scheduler.trigger(inventory());
  endRefusal();
  // On AWS what fails so lies in the dead letters, with their alarm.
  expect(outcome).toMatchObject({
    status: 'error',
    errorMessage: expect.stringContaining('Services of some accounts could not be read') as string,
  });
  expect(rowsOf(today())).toHaveLength(3);
  expect(notesOf(today())).toEqual([
    'Not in this table, since reading them failed with AccessDeniedException: payments-prod (111122223333) in eu-west-1.',
  ]);
  expect(cloud.journal.steps.some(({ text }) => text.includes('"places":["111122223333/eu-west-1"]'))).toBe(
    true,
  );
});
