import { afterEach, expect, it } from 'vitest';
import type { BusEvent } from '#local/bus/bus-event.ts';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { HUB_STACK } from '#local/hub-of.ts';
import { chapterOf } from '#test/scenarios/health-story.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

const SHOP = '444455556666';
const MANAGEMENT = '999900001111';
const ELSEWHERE = '999988887777';
const DAY_MS = 86_400_000;

let cloud: EmbeddedCloud;
afterEach(() => cloud.stop());

const start = async (options: Partial<Parameters<typeof startEmbeddedCloud>[0]> = {}) => {
  const fires = ({ arn }: { arn: string }) => !arn.includes('CostReports');
  cloud = await startEmbeddedCloud({ assembly: ASSEMBLY, fires, ...options });
};
const put = async (name: string, envelope: Partial<BusEvent>, detail: Record<string, unknown> = {}) => {
  const words = { minutes: 0, text: `Words of ${name}.` };
  const about = { affectedAccount: envelope.account, ...detail };
  await cloud.putEvent(chapterOf(cloud.clock, name, { ...words, detail: about, envelope }));
  await cloud.settled();
};
const posts = () =>
  cloud.products.slack
    .messages(cloud.products.conversations['ops'] ?? '')
    .filter(({ thread_ts }) => thread_ts === undefined);
const steps = (kind: string) =>
  cloud.journal.steps.filter((step) => step.kind === kind).map(({ text }) => text);
const hop = (account: string, region: string) =>
  `, default bus of ${account} in ${region} → ReeveHub bus of ${cloud.hub.accountId} in ${cloud.hub.region}`;
const heartbeatOf = (account: string, region: string) =>
  cloud.estate.schedules.find(({ targetArn }) => targetArn.includes(`:events:${region}:${account}:`));

it('an event of a member goes by its own bus and the hub’s to chat, as an event of that account', async () => {
  await start();
  await put('MEMBER', { account: SHOP, region: 'eu-west-1' });
  expect(posts()).toHaveLength(1);
  expect(posts()[0]?.text).toContain(`shop-dev (${SHOP})`);
  expect(steps('rule').filter((text) => text.endsWith(hop(SHOP, 'eu-west-1')))).toHaveLength(1);
});

it('an old event that does not say its scope is told, a public one only once: by the hub account', async () => {
  await start();
  await put('OLD', { account: SHOP, region: 'eu-west-1' }, { eventScopeCode: undefined });
  expect(posts()).toHaveLength(1);
  await put('PUBLIC', { account: SHOP, region: 'eu-west-1' }, { eventScopeCode: 'PUBLIC' });
  expect(posts()).toHaveLength(1);
  await put('PUBLIC', { account: cloud.hub.accountId, region: 'eu-west-1' }, { eventScopeCode: 'PUBLIC' });
  expect(posts()).toHaveLength(2);
});

it('an event of an account that is no member comes by the organizational view, and is told once', async () => {
  await start();
  await put('VIEW', { account: ELSEWHERE, region: 'eu-west-1' });
  expect(posts()).toHaveLength(1);
  const deliveries = steps('rule').filter((text) =>
    text.endsWith(hop(cloud.hub.accountId, cloud.hub.region)),
  );
  expect(deliveries.length).toBeGreaterThan(0);
});

it('the management account is reached by its own stacks, and never by a StackSet', async () => {
  await start({ members: [MANAGEMENT, SHOP] });
  const stacks = cloud.estate.schedules
    .filter(({ arn }) => arn.includes(`:${MANAGEMENT}:`))
    .map(({ stackName }) => stackName);
  expect(stacks.length).toBeGreaterThan(0);
  expect(stacks.filter((name) => name.startsWith('StackSet-'))).toEqual([]);
  await put('MANAGEMENT', { account: MANAGEMENT, region: 'eu-west-1' });
  expect(posts()).toHaveLength(1);
});

it('the heartbeat of a member arrives on the bus of the hub, as an event of its account and Region', async () => {
  await start();
  const heartbeat = heartbeatOf(SHOP, 'eu-west-1');
  expect(await cloud.scheduler.trigger(heartbeat?.arn ?? '')).toEqual({ status: 'ok' });
  expect(steps('schedule')).toEqual([`schedule puts Heartbeat on the default bus of ${SHOP} in eu-west-1`]);
  const arrived = steps('rule').filter((text) => text.includes('Heartbeat') && text.includes(' delivered, '));
  expect(arrived).toEqual([expect.stringContaining(hop(SHOP, 'eu-west-1')) as string]);
});

it('every member speaks once a day, unless its schedules do not fire', async () => {
  await start();
  const members = cloud.estate.schedules.filter(({ stackName }) => stackName !== HUB_STACK);
  cloud.clock.advance(DAY_MS);
  await cloud.settled();
  expect(steps('schedule').filter((text) => text.includes('puts Heartbeat'))).toHaveLength(members.length);
  await cloud.stop();

  await start({ fires: ({ stackName }) => stackName === HUB_STACK });
  cloud.clock.advance(DAY_MS);
  await cloud.settled();
  expect(steps('schedule').filter((text) => text.includes('puts Heartbeat'))).toEqual([]);
});

it('roles of all accounts are there with trust and policies', async () => {
  await start();
  const arns = cloud.estate.roles.map(({ arn }) => arn);
  expect(arns).toContain(`arn:aws:iam::${SHOP}:role/reeve-reader`);
  expect(arns).toContain(`arn:aws:iam::${MANAGEMENT}:role/reeve-organization-reader`);
  const forwarders = cloud.estate.roles.filter(({ arn }) => arn.includes(':role/reeve/'));
  expect(forwarders.length).toBeGreaterThan(4);
  for (const { policies } of forwarders) expect(policies).toHaveLength(1);
  expect(new Set(arns).size).toBe(arns.length);
});
