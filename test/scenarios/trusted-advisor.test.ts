import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clearItem, flagItem, renameCheck } from '#local/counterparts/organization/world-advisor.ts';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { advisorKeys } from '#local/replay-events/advisor-keys.ts';
import { advisorLimit } from '#local/replay-events/advisor-limit.ts';
import { advisorVolume } from '#local/replay-events/advisor-volume.ts';
import { SHOP_DEV } from '#local/replay-events/health-event.ts';
import type { Story } from '#local/replay-events/story.ts';
import { readAccounts } from '#test/scenarios/play-advisor.ts';
import { reportFiles } from '#test/scenarios/play-costs.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

const DAY_MS = 86_400_000;
const ADDRESSES = 'Z4AUBRNSmz';

let cloud: EmbeddedCloud;
beforeAll(async () => {
  cloud = await startEmbeddedCloud({ assembly: ASSEMBLY, fires: ({ arn }) => arn.includes('AlertClock') });
  const daily = cloud.estate.schedules.find(({ arn }) => arn.includes('AccountDirectoryDaily'));
  await cloud.scheduler.trigger(daily?.arn ?? 'the directory');
  await cloud.settled();
  await readAccounts(cloud, cloud.settled);
}, 120_000);
afterAll(() => cloud.stop());

const roots = (channel = 'ops') =>
  cloud.products.slack
    .messages(cloud.products.conversations[channel] ?? '')
    .filter(({ thread_ts }) => thread_ts === undefined);
const told = (word: string, channel = 'ops') =>
  roots(channel).filter((message) => JSON.stringify(message).includes(word));
const today = () => new Date(cloud.clock.now()).toISOString().slice(0, 10);
const advisor = () => cloud.organization.world.advisor;
const nextDay = async () => {
  cloud.clock.advance(DAY_MS);
  await cloud.settled();
  await readAccounts(cloud, cloud.settled);
};

async function play({ steps }: Story, step: number) {
  const now = cloud.clock.now();
  const event = steps[step]?.event({ id: 'TOLDONCE', number: 1, startedAt: now, now });
  if (event) await cloud.putEvent(event);
  for (let minute = 0; minute < 2; minute += 1) {
    await cloud.settled();
    cloud.clock.advance(60_000);
  }
  await cloud.settled();
}

describe('the first reading', () => {
  it('tells nothing one by one, and what there is in one digest', () => {
    expect(told('sg-0bastion')).toHaveLength(0);
    expect(told('Trusted Advisor, a first look')).toHaveLength(1);
  });

  it('writes every flagged item of every account, as CSV, JSON and a page', () => {
    const csv = reportFiles(cloud).read(`exports/trusted-advisor-items/${today()}.csv`).toString();
    for (const name of ['ledger-old', 'reports-copy', 'vol-0shop', '203.0.113.17'])
      expect(csv).toContain(name);
    expect(csv).not.toContain('EBS default encryption');
    const page = reportFiles(cloud).read('exports/trusted-advisor-items/latest.html').toString();
    expect(page).toContain('$1,334.65');
  });
});

describe('a volume', () => {
  it('is told once, however often its check is refreshed (aws-solutions/quota-monitor-for-aws#169)', async () => {
    await play(advisorVolume, 0);
    await play(advisorVolume, 1);
    expect(told('vol-0toldonce')).toHaveLength(1);
    expect(told('vol-0toldonce')[0]?.text).toContain('Amazon EBS Snapshots');
  });

  it('is told to the owner of its account, and closes when it is green', async () => {
    await play(advisorVolume, 2);
    await play(advisorVolume, 3);
    const [message] = told('vol-0toldonce');
    expect(message?.text).toContain('✅');
    expect(told('vol-0toldonce', 'payments').length).toBeGreaterThan(0);
  });
});

it('a service limit shows how much of it is used, with a bar', async () => {
  await play(advisorLimit, 0);
  const [message] = told('83 % of AutoScaling');
  expect(JSON.stringify(message)).toContain('166 of 200 ████████░░ 83 %');
});

it('an item without an ARN and a Region is known by its columns', async () => {
  await play(advisorKeys, 0);
  await play(advisorKeys, 1);
  expect(told('Exposed Access Keys')).toHaveLength(1);
  expect(told('Exposed Access Keys')[0]?.text).toContain('✅');
});

it('what no event told is opened and closed by the daily reading', async () => {
  const lost = {
    id: 'opaque-lost',
    status: 'warning' as const,
    region: 'eu-west-1',
    cells: ['eu-west-1', '203.0.113.99'],
  };
  flagItem(advisor(), SHOP_DEV, ADDRESSES, lost);
  await nextDay();
  expect(told('203.0.113.99')).toHaveLength(1);
  clearItem(advisor(), SHOP_DEV, ADDRESSES, lost.id);
  await nextDay();
  expect(told('203.0.113.99')[0]?.text).toContain('✅');
});

it('accounts without a plan are named in one notice, and it closes when they have one (quota-monitor-for-aws deployment-manager)', async () => {
  const account = cloud.organization.world.accounts.find(({ id }) => id === SHOP_DEV);
  if (!account) throw new Error('The world has no shop');
  account.supportPlan = 'basic';
  await nextDay();
  await nextDay();
  const notices = () => roots().filter(({ text }) => text?.includes('Trusted Advisor is silent'));
  expect(notices()).toHaveLength(1);
  expect(JSON.stringify(notices())).toContain('shop-dev');
  account.supportPlan = 'business-plus';
  await nextDay();
  expect(notices()[0]?.text).toContain('✅');
});

it('a renamed check tells nothing anew (jantman/awslimitchecker#441)', async () => {
  const before = roots().length;
  renameCheck(advisor(), ADDRESSES, 'Elastic IP Addresses Nobody Uses');
  await nextDay();
  expect(told('Elastic IP Addresses Nobody Uses')).toHaveLength(0);
  // The day's own line alone.
  expect(roots().length - before).toBeLessThanOrEqual(2);
});
