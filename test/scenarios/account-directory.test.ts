import { afterEach, beforeEach, expect, it } from 'vitest';
import type { BusEvent } from '#local/bus/bus-event.ts';
import type { Faults } from '#local/counterparts/organization/faults.ts';
import type { World } from '#local/counterparts/organization/world.ts';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { chapterOf } from '#test/scenarios/health-story.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

const NEW = '606070708080';
const SWEEP = /AccountDirectoryDaily/;

let cloud: EmbeddedCloud;
let world: World;
let faults: Faults;

beforeEach(async () => {
  cloud = await startEmbeddedCloud({
    assembly: ASSEMBLY,
    fires: ({ arn }) => /AlertClock|AccountDirectory/.test(arn),
  });
  ({ world, faults } = cloud.organization);
});
afterEach(() => cloud.stop());

const told = (channel: string) =>
  JSON.stringify(cloud.products.slack.messages(cloud.products.conversations[channel] ?? ''));
const put = async (event: BusEvent) => {
  await cloud.putEvent(event);
  await cloud.settled();
};
const issueIn = (account: string, name: string) =>
  chapterOf(cloud.clock, name, {
    minutes: 0,
    text: 'Calls to EC2 fail more often than usual.',
    detail: { eventScopeCode: 'ACCOUNT_SPECIFIC', affectedAccount: account },
  });
const sweep = async () => {
  const schedule = cloud.estate.schedules.find(({ logicalId }) => SWEEP.test(logicalId));
  await cloud.scheduler.trigger(schedule?.name ?? '');
  await cloud.settled();
};
const organizationEvent = (detail: Record<string, unknown>) =>
  ({
    version: '0',
    id: 'f3b1c2d4-0000-4000-8000-00000000a1b2',
    'detail-type': 'AWS Service Event via CloudTrail',
    source: 'aws.organizations',
    account: world.managementAccount,
    time: new Date(cloud.clock.now()).toISOString(),
    region: 'us-east-1',
    resources: [],
    detail: { eventSource: 'organizations.amazonaws.com', ...detail },
  }) as unknown as BusEvent;

function addAccount(): void {
  const [first] = world.accounts;
  if (!first) throw new Error('The world has no account');
  const tags = { owner: 'payments' };
  world.accounts.push({ ...first, id: NEW, name: 'mint-prod', tags, contacts: {}, state: 'ACTIVE' });
}

it('an account that was made a minute ago is named in its first alert, and its owner hears of it', async () => {
  addAccount();
  const createAccountStatus = { state: 'SUCCEEDED', accountId: NEW };
  await put(
    organizationEvent({ eventName: 'CreateAccountResult', serviceEventDetails: { createAccountStatus } }),
  );
  await put(issueIn(NEW, 'MINT'));

  expect(told('ops')).toContain('mint-prod');
  expect(told('payments')).toContain('mint-prod');
}, 30_000);

it('the daily sweep names all accounts', async () => {
  addAccount();
  await sweep();
  await put(issueIn(NEW, 'SWEPT'));

  expect(told('ops')).toContain('mint-prod');
}, 30_000);

it('a part of the sweep that is lost is a missed run, and the next sweep reads it', async () => {
  addAccount();
  const end = faults.deny('organizations:ListTagsForResource');
  await sweep();
  for (let hour = 0; hour < 5; hour += 1) {
    cloud.clock.advance(61 * 60_000);
    await cloud.settled();
  }
  const { name = '' } = cloud.estate.queues.find(({ arn }) => arn.includes('MissedRuns')) ?? {};
  const kinds = cloud.queues.inspect(name).map(({ body }) => (JSON.parse(body) as { kind: string }).kind);
  expect(new Set(kinds)).toEqual(new Set(['read']));

  end();
  await sweep();
  await put(issueIn(NEW, 'MISSED'));
  expect(told('ops')).toContain('mint-prod');
}, 60_000);

it('without the Organization an alert arrives all the same, with the id of its account', async () => {
  faults.deny('sts:AssumeRole');
  await sweep();
  await put(issueIn(NEW, 'UNKNOWN'));

  expect(told('ops')).toContain(NEW);
}, 30_000);
