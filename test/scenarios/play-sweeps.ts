import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import type { Schedule } from '#local/estate.ts';
import { aWorldEvent } from '#test/health-reconcile/an-api-event.ts';

const QUEUES = ['AccountDirectoryWorkQueue', 'HealthReconcileWorkQueue'];

const named = (word: string) => (schedule: Schedule) => schedule.arn.includes(word);
/** Of the management account: it puts an event on its own default bus. */
const isHeartbeat = ({ event, stackName }: Schedule) =>
  event !== undefined && stackName.startsWith('ReeveMember-');

/** What comes by a schedule: the directory, the heartbeats, the Health API, with news between the two days. */
export async function playSweeps(cloud: EmbeddedCloud, settle: () => Promise<void>): Promise<void> {
  const { world } = cloud.organization;
  for (const which of [named('AccountDirectoryDaily'), named('HealthReconcileDaily'), isHeartbeat]) {
    await fire(cloud, which);
    await settle();
  }

  const now = cloud.clock.now();
  const [account, gone] = world.accounts.filter(
    ({ id }) => ![world.hubAccount, world.managementAccount].includes(id),
  );
  const affected = { [account?.id ?? '']: [{ value: 'i-0aa11bb22cc33dd44', status: 'IMPAIRED' }] };
  const dated = { startTime: now, lastUpdatedTime: now + 60_000 };
  const arn = (id: string) => `arn:aws:health:eu-central-1::event/EC2/SWEPT/SWEPT_${id}`;
  world.health.events.push(
    aWorldEvent({ ...dated, arn: arn('ACCOUNT'), affected }),
    aWorldEvent({
      ...dated,
      arn: arn('PUBLIC'),
      eventScopeCode: 'PUBLIC',
      region: 'eu-central-1',
      affected: {},
    }),
  );
  world.accounts = world.accounts.filter(({ id }) => id !== gone?.id);
  cloud.clock.advance(120_000);
  for (const word of ['AccountDirectoryDaily', 'HealthReconcileDaily', 'HeartbeatCount', 'HeartbeatTell']) {
    await fire(cloud, named(word));
    await settle();
  }
}

/** The Organization tells that an account was moved; AWS sends it in the management account. */
export async function moveAccount(cloud: EmbeddedCloud, account: string): Promise<void> {
  await cloud.putEvent({
    version: '0',
    id: '0b54d0a4-57e1-4c4c-9f3f-7b1f0e0c5a11',
    'detail-type': 'AWS API Call via CloudTrail',
    source: 'aws.organizations',
    account: cloud.organization.world.managementAccount,
    time: new Date(cloud.clock.now()).toISOString(),
    region: 'us-east-1',
    resources: [],
    detail: { eventName: 'MoveAccount', requestParameters: { accountId: account } },
  });
}

/** What none of these functions can ever handle. */
export function poisonSweeps(cloud: EmbeddedCloud): void {
  for (const word of QUEUES) {
    const queue = cloud.estate.queues.find(({ name }) => name.includes(word));
    cloud.queues.send(queue?.name ?? word, { body: 'poison' });
  }
}

async function fire(cloud: EmbeddedCloud, which: (schedule: Schedule) => boolean): Promise<void> {
  const schedules = cloud.estate.schedules.filter(which);
  if (schedules.length === 0) throw new Error('There is no such schedule');
  for (const { arn } of schedules) await cloud.scheduler.trigger(arn);
}
