import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AConsole, aConsole } from '#test/local/console/a-console.ts';

type Tile = { arn: string; name: string; tags: Record<string, string>; compliance?: string };
type Resources = { total: number; places: { accountName: string; region: string; resources: Tile[] }[] };

let console: AConsole;
beforeAll(async () => {
  console = await aConsole();
});
afterAll(() => console.stop());

const resources = () => console.ask<Resources>('/api/resources');
const uploads = async () =>
  (await resources()).places
    .flatMap((place) => place.resources)
    .find(({ name }) => name === 'shop-dev-uploads');
const play = (arn: string, what: string) => console.tell('/api/resources/play', { arn, what });

test('Resources stand by account and Region, with their tags', async () => {
  const { total, places } = await resources();
  expect(places.map(({ accountName, region }) => [accountName, region])).toEqual([
    ['payments-prod', 'eu-central-1'],
    ['shop-dev', 'eu-central-1'],
    ['payments-prod', 'eu-west-1'],
  ]);
  expect(places.flatMap((place) => place.resources)).toHaveLength(total);
});

test('One may be tagged, untagged and deleted', async () => {
  const arn = (await uploads())?.arn ?? '';
  await play(arn, 'tag');
  expect(Object.keys((await uploads())?.tags ?? {})).toContain('Owner');
  await play(arn, 'untag');
  expect(await uploads()).toMatchObject({ tags: {} });
  await play(arn, 'delete');
  expect(await uploads()).toBeUndefined();
  await expect(play(arn, 'tag')).rejects.toThrow(/^404/);
  await expect(play(arn, 'burn')).rejects.toThrow(/^400/);
});
