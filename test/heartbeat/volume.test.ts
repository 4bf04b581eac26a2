import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { takeCensus } from '#lambdas/heartbeat/census.ts';
import { toTally } from '#lambdas/heartbeat/tally.ts';
import { toDigest } from '#lambdas/heartbeat/to-digest.ts';
import { nextWatch } from '#lambdas/heartbeat/watch.ts';
import { anAccount, hoursAgo, NOW, someHeartbeatSettings } from './a-directory.ts';

const ACCOUNTS = 10_000;
const REGIONS = ['eu-central-1', 'eu-west-1', 'us-east-1', 'us-west-2'];
/** A function of 256 MB has some 200 for its data. */
const LIMIT_BYTES = 24 * 1024 * 1024;
const idOf = (index: number) => String(100_000_000_000 + index);
const contact = { name: 'n'.repeat(60), title: 't'.repeat(60), email: 'e'.repeat(60), phone: '1'.repeat(20) };

/** Rows as a scan gives them, each parsed from a text of its own; every tenth account is silent in one Region. */
async function* rows() {
  const since = Object.fromEntries(REGIONS.map((region) => [region, hoursAgo(720)]));
  yield { account: 'heartbeat', row: 'watch', body: { countedAt: hoursAgo(1), since } };
  for (let index = 0; index < ACCOUNTS; index++) {
    const account = idOf(index);
    const contacts = { BILLING: contact, OPERATIONS: contact, SECURITY: contact };
    const record = anAccount(account, { name: `member-${index}`, contacts });
    yield { account, row: 'account', body: JSON.parse(JSON.stringify(record)) as unknown };
    for (const region of REGIONS) {
      const hours = index % 10 === 0 && region === 'us-west-2' ? 50 : 2;
      const body = JSON.parse(
        JSON.stringify({ account, region, heardAt: hoursAgo(hours), version: '0.1.0' }),
      ) as unknown;
      yield { account, row: `heartbeat#${region}`, body };
    }
  }
}

test('40,000 heartbeats of 10,000 accounts are counted in little memory', async () => {
  const settings = someHeartbeatSettings({ regions: REGIONS });
  const before = heapUsed();
  const census = await takeCensus(rows());
  const grown = heapUsed() - before;

  const tally = toTally(census, nextWatch(census.watch, settings, NOW), settings, NOW);

  expect(tally).toMatchObject({
    accounts: ACCOUNTS,
    heard: 39_000,
    awaited: 0,
    otherVersions: { '0.1.0': 39_000 },
  });
  expect(tally.silent).toHaveLength(1000);
  expect(Buffer.byteLength(JSON.stringify(toDigest(tally, settings, NOW)))).toBeLessThan(4000);
  expect(census.accounts.size).toBe(ACCOUNTS);
  expect(grown).toBeLessThan(LIMIT_BYTES);
});

function heapUsed(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}
