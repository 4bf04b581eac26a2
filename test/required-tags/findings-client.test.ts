import { DeleteItemCommand, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { resourceRowOf } from '#lambdas/contracts/tags/tag-finding.ts';
import { findingsTable } from '#lambdas/required-tags/findings-client.ts';
import { aFinding } from '#test/required-tags/a-finding.ts';
import { NOW } from '#test/required-tags/an-evaluation.ts';
import { type ServedTable, serveTable } from '#test/runtime/serve-table.ts';

const TABLE = 'tag-findings';
const findings = findingsTable(TABLE, () => NOW);
let server: ServedTable;
beforeAll(async () => {
  server = await serveTable(TABLE, 'account');
});
afterAll(() => server.close());

const expiryOf = async (id: string) => {
  const row = resourceRowOf(aFinding({ id }));
  const key = { account: { S: '111122223333' }, row: { S: row } };
  return (await server.client.send(new GetItemCommand({ TableName: TABLE, Key: key }))).Item?.['expiresAt']
    ?.N;
};

test('a finding is read as it was written, by whoever wrote last', async () => {
  const finding = aFinding({ id: 'read' });
  expect(await findings.read(finding)).toBeUndefined();
  await findings.write(finding);
  await findings.write({ ...finding, owner: 'other', version: 2 });
  expect(await findings.read(finding)).toMatchObject({ owner: 'other', version: 2 });
});

test.each([1, 3])(
  'a write that did not know of the last one, version %i, is tried later',
  async (version) => {
    const finding = aFinding({ id: `race-${version}` });
    await findings.write(finding);
    await expect(findings.write({ ...finding, version })).rejects.toMatchObject({ name: 'BusyError' });
  },
);

test('what is open stays, what is over is forgotten after ninety days', async () => {
  await findings.write(aFinding({ id: 'open' }));
  await findings.write(aFinding({ id: 'over', status: 'mended' }));
  expect(await expiryOf('open')).toBeUndefined();
  expect(Number(await expiryOf('over')) - NOW.getTime() / 1000).toBe(90 * 86_400);
});

test('alerts have their findings, and none of other alerts or accounts', async () => {
  const alert = 'tags/222233334444/x';
  const own = aFinding({ account: '222233334444', id: 'own', alert });
  await findings.write(own);
  await findings.write(aFinding({ account: '222233334444', id: 'other', alert: 'tags/222233334444/y' }));
  await findings.nextVersion('222233334444', alert);
  const empty = 'tags/222233334444/z';
  expect(await findings.readAlerts('222233334444', [alert, empty])).toEqual(
    new Map([
      [alert, [own]],
      [empty, []],
    ]),
  );
});

test('an alert is whole where its findings are more than a page of the table (appvia/terraform-aws-tagging)', async () => {
  const [account, alert] = ['555566667777', 'tags/555566667777/x'];
  // DynamoDB ends a page at a megabyte.
  const violations = [{ key: 'Owner', problem: 'value' as const, found: 'x'.repeat(100_000) }];
  const ids = Array.from({ length: 12 }, (_, index) => `large-${String(index).padStart(2, '0')}`);
  for (const id of ids) await findings.write(aFinding({ account, alert, id, violations }));
  const found = (await findings.readAlerts(account, [alert])).get(alert);
  expect(found?.map(({ id }) => id)).toEqual(ids);
});

test('versions of an alert rise, and lie above those of a table that was lost', async () => {
  const alert = 'tags/333344445555/x';
  const versions = [];
  for (let time = 0; time < 3; time += 1) versions.push(await findings.nextVersion('333344445555', alert));
  expect(versions).toEqual([0, 1, 2].map((step) => NOW.getTime() + step));
});

test('versions that are taken at once are never the same', async () => {
  const versions = await Promise.all(
    Array.from({ length: 5 }, () => findings.nextVersion('444455556666', 'tags/444455556666/x')),
  );
  expect(new Set(versions).size).toBe(5);
});

test('a policy is rolled out in a Region when it was first heard of there', async () => {
  const place = { account: '111122223333', region: 'eu-west-1' };
  const both = await Promise.all([
    findings.rolledOutAt(place, '0a1b2c3d', 5),
    findings.rolledOutAt(place, '0a1b2c3d', 9),
  ]);
  expect(new Set(both).size).toBe(1);
  expect(await findings.rolledOutAt(place, '0a1b2c3d', 99)).toBe(both[0]);
  expect(await findings.rolledOutAt(place, 'ffffffff', 99)).toBe(99);
  expect(await findings.rolledOutAt({ ...place, region: 'us-east-1' }, '0a1b2c3d', 7)).toBe(7);
});

test('when that was is asked for once', async () => {
  const place = { account: '444455556666', region: 'eu-west-1' };
  await findings.rolledOutAt(place, '0a1b2c3d', 5);
  const key = { account: { S: place.account }, row: { S: 'rollout#eu-west-1/0a1b2c3d' } };
  await server.client.send(new DeleteItemCommand({ TableName: TABLE, Key: key }));

  expect(await findings.rolledOutAt(place, '0a1b2c3d', 99)).toBe(5);
});
