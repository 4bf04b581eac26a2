import { afterEach, expect, it } from 'vitest';
import { billedRequests } from '#local/counterparts/cost-explorer/billed.ts';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { reportFiles, startCostRun, waitForDay } from '#test/scenarios/play-costs.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

const DAY_MS = 86_400_000;
/** The waits of the SDK between its attempts pass so much faster. */
const SPEED = 20;

let cloud: EmbeddedCloud;
afterEach(() => cloud.stop());

async function start(speed = 1): Promise<void> {
  cloud = await startEmbeddedCloud({ assembly: ASSEMBLY, fires: () => false, speed });
  waitForDay(cloud, 17);
}

const runDaily = async () => {
  await startCostRun(cloud, 'daily');
  await cloud.settled();
};
const billed = () => billedRequests(cloud.organization.world.costs.billed);
const messages = () =>
  cloud.products.slack
    .messages(cloud.products.conversations['ops'] ?? '')
    .filter(({ thread_ts }) => thread_ts === undefined);
const digests = () => messages().filter(({ text }) => text.includes('AWS costs'));
const notices = () => messages().filter(({ text }) => !text.includes('AWS costs'));
const shown = (index = 0) => JSON.stringify(notices()[index]?.blocks);
/** The runs that wait, and those that were given up. */
const waiting = () =>
  cloud.queues.names().flatMap((name) => (/CostReports/.test(name) ? cloud.queues.inspect(name) : []));

it('Cost Explorer that is off is one notice with who must do what, resolved by the run that works again', async () => {
  await start();
  const { world } = cloud.organization;
  world.costExplorer.enabled = false;
  await runDaily();
  cloud.clock.advance(DAY_MS);
  await runDaily();

  expect(billed()).toBe(0);
  expect(digests()).toEqual([]);
  expect(notices()).toHaveLength(1);
  expect(notices()[0]?.text).toContain('Cost Explorer may not be read');
  expect(shown()).toContain('open it once in the console of the management account');
  expect(shown()).toContain('npm run reeve -- doctor');
  expect(waiting()).toEqual([]);

  world.costExplorer.enabled = true;
  cloud.clock.advance(DAY_MS);
  await runDaily();
  expect(billed()).toBe(3);
  expect(digests()).toHaveLength(1);
  expect(notices()).toHaveLength(1);
  expect(notices()[0]?.text).toMatch(/✅|resolved/i);
}, 60_000);

it('a role that may not ask is a notice with the action that lacks, and no amount', async () => {
  await start();
  cloud.organization.faults.deny('ce:GetCostAndUsage');
  await runDaily();

  expect(digests()).toEqual([]);
  expect(shown()).toContain('Who asks may not ce:GetCostAndUsage');
  expect(reportFiles(cloud).keys('exports/services-daily')).toEqual([]);
}, 60_000);

it('a cap ends the run before the request that would break it, with one notice however many runs meet it', async () => {
  await start();
  cloud.organization.world.costs.switches.pageSize = 4;
  await runDaily();
  expect(billed()).toBe(60);
  expect(notices()).toHaveLength(1);
  expect(notices()[0]?.text).toContain('Cost reports are at their cap of billed requests');
  expect(shown()).toContain(
    '60 of 60 billed requests of this run are made; costs.caps.run in reeve.config.ts',
  );
  expect(digests()).toEqual([]);

  cloud.clock.advance(3_600_000);
  await runDaily();
  expect(billed()).toBe(120);
  expect(notices()).toHaveLength(1);
  expect(waiting()).toEqual([]);
}, 60_000);

it('throttling delays a run and buys nothing twice', async () => {
  await start(SPEED);
  cloud.organization.faults.throttle('ce:GetCostAndUsage', { times: 5 });
  await runDaily();

  expect(billed()).toBe(3);
  expect(digests()).toHaveLength(1);
  expect(waiting()).toEqual([]);
}, 60_000);

it('half an hour without Cost Explorer, in the middle of a query, loses nothing and buys no page twice', async () => {
  await start(SPEED);
  cloud.organization.world.costs.switches.pageSize = 60;
  await runDaily();
  const undisturbed = billed();
  const rows = (day: string) => reportFiles(cloud).read(`exports/services-daily/${day}.csv`).toString();
  expect(undisturbed).toBeGreaterThan(6);

  cloud.clock.advance(60_000);
  const [month = ''] = reportFiles(cloud)
    .keys('exports/services-daily/')
    .map((key) => /\d{4}-\d\d/.exec(key)?.[0]);
  const before = rows(month);
  let left = 3;
  let isDown = true;
  cloud.proxy.addHook({
    before: async ({ service }) => {
      if (service !== 'ce' || !isDown || left-- > 0) return undefined;
      return { status: 503, headers: {}, body: '{"__type":"ServiceUnavailableException"}' };
    },
  });
  await runDaily();
  expect(billed()).toBe(undisturbed + 3);
  expect(waiting()).toHaveLength(1);

  for (let minutes = 0; minutes < 30; minutes += 10) {
    cloud.clock.advance(600_000);
    await cloud.settled();
  }
  expect(waiting()).toHaveLength(1);
  isDown = false;
  for (let minutes = 0; minutes < 30; minutes += 10) {
    cloud.clock.advance(600_000);
    await cloud.settled();
  }
  expect(waiting()).toEqual([]);
  expect(notices()).toEqual([]);
  expect(billed()).toBe(2 * undisturbed);
  expect(withoutTimes(rows(month))).toBe(withoutTimes(before));
}, 120_000);

function withoutTimes(csv: string): string {
  return csv.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'moment');
}
