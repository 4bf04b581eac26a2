import { beforeEach, describe, expect, test } from 'vitest';
import type { AdvisorSelection } from '#lambdas/contracts/trusted-advisor/advisor-selection.ts';
import { handleMessages } from '#lambdas/trusted-advisor-alerts/handle-messages.ts';
import type { AdvisorMessage } from '#lambdas/trusted-advisor-alerts/refresh-event.ts';
import { toldAlerts } from '#test/told-alerts.ts';
import {
  ACCOUNT,
  aLimitEvent,
  anAdvisorEvent,
  aReading,
  aReadVolume,
  NOW,
  READ,
  SELECTION,
  settings,
} from '#test/trusted-advisor-alerts/an-advisor-event.ts';
import { itemsInMemory, type Remembered } from '#test/trusted-advisor-alerts/items-in-memory.ts';

let told: ReturnType<typeof toldAlerts>;
let tellings: number;
let items: ReturnType<typeof itemsInMemory>;
let selection: AdvisorSelection;
let tags: Record<string, Record<string, string>>;
let now: Date;
let askedFor: string[];

function remember(remembered: Remembered) {
  items = itemsInMemory(remembered);
}

beforeEach(() => {
  told = toldAlerts();
  tellings = 0;
  selection = SELECTION;
  tags = {};
  now = NOW;
  askedFor = [];
  remember({ standing: READ });
});

const handle = (...messages: AdvisorMessage[]) =>
  handleMessages(messages, {
    settings: { ...settings, selection },
    items: items.ports,
    accountDirectory: (id) => Promise.resolve({ ...ACCOUNT, id }),
    tagsOf: (_account, arns) => {
      askedFor.push(...arns);
      return Promise.resolve(new Map(Object.entries(tags)));
    },
    tell: (observation) => {
      tellings += 1;
      return told.tell(observation);
    },
    report: () => undefined,
    now: () => now,
  });
const at = (minute: number) => new Date(Date.parse('2026-11-23T08:00:00Z') + minute * 60_000).toISOString();
const titles = () => told.all().map(({ title, part }) => `${part.status} ${title}`);

test('twelve hours above the threshold are one message, then one on recovery (aws-solutions/quota-monitor-for-aws#169, #235, #20)', async () => {
  for (let hour = 0; hour < 12; hour += 1) await handle(aLimitEvent(17, { status: 'WARN', at: at(hour) }));
  expect(tellings).toBe(1);
  expect(titles()).toEqual(['open 85 % of VPC VPCs in eu-west-1 used']);

  await handle(aLimitEvent(10, { status: 'OK', at: at(20) }));
  expect(tellings).toBe(2);
  expect(told.all()[0]?.part.status).toBe('resolved');
});

test('a service limit that gets worse is told again, with how much is used', async () => {
  await handle(aLimitEvent(17, { status: 'WARN', at: at(0) }));
  await handle(aLimitEvent(20, { status: 'ERROR', at: at(1) }));
  const [alert] = told.all();
  expect(alert).toMatchObject({ severity: 'error', title: '100 % of VPC VPCs in eu-west-1 used' });
  expect(alert?.facts).toContainEqual({
    label: 'Items',
    value: 'VPCs (eu-west-1): 20 of 20 ██████████ 100 %',
  });
  expect(alert?.entry).toBe('VPCs of VPC is used to 100 %; 1 still open');
});

test('levels of service limits are those of the settings, whatever colour AWS gives (aws-solutions/quota-monitor-for-aws#236)', async () => {
  selection = { ...SELECTION, limits: [{ percent: 90, severity: 'critical' }] };
  await handle(aLimitEvent(17, { status: 'WARN', at: at(0) }));
  expect(tellings).toBe(0);
  await handle(aLimitEvent(18, { status: 'WARN', at: at(1) }));
  expect(told.all()[0]?.severity).toBe('critical');
  await handle(aLimitEvent(17, { status: 'WARN', at: at(2) }));
  expect(told.all()[0]).toMatchObject({
    part: { status: 'resolved' },
    entry: 'VPCs of VPC is milder than what is told',
  });
});

test('items of one check and account stand in one message', async () => {
  const volume = (id: string) => anAdvisorEvent({ arn: `arn:aws:ec2:eu-west-1:${ACCOUNT.id}:volume/${id}` });
  await handle(volume('vol-1'), volume('vol-2'), volume('vol-3'));
  expect(titles()).toEqual(['open Amazon EBS Snapshots: 3 items']);
  expect(told.openResources()).toHaveLength(3);
});

test('an item whose end nobody was told, and that came back to another owner, is over with the former one', async () => {
  const arn = `arn:aws:ec2:eu-west-1:${ACCOUNT.id}:volume/vol-1`;
  await handle(anAdvisorEvent({ arn, at: at(0) }));
  const { nextVersion } = items.ports;
  items.ports.nextVersion = () => Promise.reject(new Error('killed'));
  await expect(handle(anAdvisorEvent({ arn, at: at(1), status: 'OK' }))).rejects.toThrow('killed');
  items.ports.nextVersion = nextVersion;
  tags = { [arn]: { Owner: 'Web' } };
  await handle(anAdvisorEvent({ arn, at: at(2) }));

  const seen = () => told.all().map(({ owner, part }) => [owner, part.status]);
  expect(seen()).toEqual([
    ['payments', 'resolved'],
    ['web', 'open'],
  ]);
  expect([...items.rows.values()].every(({ pending, formerAlert }) => !pending && !formerAlert)).toBe(true);
});

test('each owner reads of own resources alone (aws-solutions/quota-monitor-for-aws#157)', async () => {
  const [mine, theirs] = ['vol-1', 'vol-2'].map((id) => `arn:aws:ec2:eu-west-1:${ACCOUNT.id}:volume/${id}`);
  tags = { [theirs ?? '']: { Owner: 'Web' } };
  await handle(anAdvisorEvent({ arn: mine ?? '' }), anAdvisorEvent({ arn: theirs ?? '' }));
  const seen = told.all().map(({ owner, part }) => [owner, part.resources.map(({ id }) => id)]);
  expect(seen).toEqual([
    ['payments', [mine]],
    ['web', [theirs]],
  ]);
});

describe('what was there before', () => {
  test('is told to nobody: neither before the first reading, nor of it', async () => {
    remember({ standing: undefined });
    await handle(anAdvisorEvent(), aReading({ seen: [aReadVolume('vol-2')], isBaseline: true }));
    expect(tellings).toBe(0);
    expect([...items.rows.values()].map(({ telling }) => telling)).toEqual(['baseline', 'baseline']);
    expect(askedFor).toEqual([]);
  });

  test('is told when it gets worse', async () => {
    await handle(aReading({ seen: [aReadVolume('vol-1', 'warning')], isBaseline: true, at: at(0) }));
    await handle(anAdvisorEvent({ status: 'WARN', at: at(1) }));
    expect(tellings).toBe(0);
    await handle(anAdvisorEvent({ status: 'ERROR', at: at(2) }));
    expect(titles()).toEqual(['open Amazon EBS Snapshots: vol-1']);
  });

  test('is not only that which the first day brings, where an account cannot be read', async () => {
    const { baselineAt: _none, ...unread } = READ;
    remember({ standing: { ...unread, state: 'no-role' } });
    await handle(anAdvisorEvent());
    expect(tellings).toBe(1);
  });

  test('is all that comes with a support plan', async () => {
    const { baselineAt: _none, ...unread } = READ;
    remember({ standing: { ...unread, state: 'no-plan' } });
    await handle(anAdvisorEvent());
    expect(tellings).toBe(0);
  });

  test('is all of a check that AWS has added, until the account is read again', async () => {
    remember({ standing: { ...READ, checks: ['zXCkfM1nI3'] } });
    await handle(anAdvisorEvent());
    expect(tellings).toBe(0);
  });
});

test('an unknown check is delivered (jantman/awslimitchecker#441, #446, #466)', async () => {
  await handle(anAdvisorEvent({ check: 'A check of tomorrow' }));
  expect(titles()).toEqual(['open A check of tomorrow: vol-1']);
});

test('a renamed check goes on by its id (jantman/awslimitchecker#441)', async () => {
  await handle(anAdvisorEvent({ check: 'IAM Use of today', status: 'WARN', at: at(0) }));
  await handle(anAdvisorEvent({ check: 'IAM Use', status: 'OK', at: at(1) }));
  expect(titles()).toEqual(['resolved IAM Use of today: vol-1']);
});

test('the mirror of Security Hub is off unless asked for, and INFO is told as the mildest (aws/Trusted-Advisor-Tools)', async () => {
  const event = anAdvisorEvent({ check: 'S3 buckets should have logging', status: 'INFO' });
  await handle(event);
  expect(tellings).toBe(0);
  selection = { ...SELECTION, securityHub: true };
  await handle(event);
  expect(told.all()[0]).toMatchObject({ severity: 'info', summary: 'Trusted Advisor flags 1 blue.' });
});

test('what the API says of an item that an event named is of the same row', async () => {
  await handle(anAdvisorEvent({ at: at(0) }));
  await handle(aReading({ seen: [aReadVolume('vol-1')], at: at(1) }));
  expect(items.rows.size).toBe(1);
  const [row] = items.rows.values();
  expect(row).toMatchObject({
    apiId: 'opaque-vol-1',
    resourceId: `arn:aws:ec2:eu-west-1:${ACCOUNT.id}:volume/vol-1`,
  });
  await handle(aReading({ ended: [{ key: row?.key ?? '', ending: 'gone' }], at: at(2) }));
  expect(told.all()[0]).toMatchObject({ part: { status: 'resolved' }, entry: 'vol-1 is no longer flagged' });
});

test('an older reading does not end what a newer event told', async () => {
  await handle(anAdvisorEvent({ at: at(5) }));
  const [row] = items.rows.values();
  await handle(aReading({ ended: [{ key: row?.key ?? '', ending: 'gone' }], at: at(4) }));
  expect(told.openResources()).toHaveLength(1);
});

test('what is milder than the severities of the settings is not told, and ends what was', async () => {
  selection = { ...SELECTION, severities: ['error'] };
  await handle(anAdvisorEvent({ status: 'WARN', at: at(0) }));
  expect(tellings).toBe(0);
  await handle(anAdvisorEvent({ status: 'ERROR', at: at(1) }));
  await handle(anAdvisorEvent({ status: 'WARN', at: at(2) }));
  expect(titles()).toEqual(['resolved Amazon EBS Snapshots: vol-1']);
});

test('an ARN that is fine ends all items of the API that it may mean', async () => {
  const rule = (port: string) => ({
    ...aReadVolume('vol-1'),
    apiId: port,
    fields: { 'Volume ID': 'vol-1', Port: port },
  });
  await handle(aReading({ seen: [rule('22'), rule('3389')], at: at(0) }));
  expect(items.rows.size).toBe(2);
  await handle(anAdvisorEvent({ status: 'OK', at: at(1) }));
  expect(told.openResources()).toEqual([]);
});

test('of one batch the newest counts, in whatever order it comes', async () => {
  await handle(anAdvisorEvent({ status: 'OK', at: at(2) }), anAdvisorEvent({ status: 'ERROR', at: at(1) }));
  expect(told.openResources()).toEqual([]);
});

describe('a muted item', () => {
  const mute = {
    id: 'scratch',
    reason: 'A scratch volume',
    until: '2026-12-01T00:00:00Z',
    when: { resources: ['vol-1'] },
  };

  test('is told to nobody, and told when its mute has ended', async () => {
    selection = { ...SELECTION, mutes: [mute] };
    await handle(anAdvisorEvent({ at: at(0) }));
    expect(tellings).toBe(0);
    now = new Date('2026-12-02T00:00:00Z');
    await handle(aReading({ seen: [aReadVolume('vol-1')], at: '2026-12-01T23:00:00Z' }));
    expect(titles()).toEqual(['open Amazon EBS Snapshots: vol-1']);
  });

  test('that people know of already is told when it gets worse', async () => {
    await handle(anAdvisorEvent({ status: 'WARN', at: at(0) }));
    selection = { ...SELECTION, mutes: [mute] };
    await handle(anAdvisorEvent({ status: 'ERROR', at: at(1) }));
    expect(told.all()[0]?.severity).toBe('error');
  });

  test('that people know of already is still told of its end', async () => {
    await handle(anAdvisorEvent({ at: at(0) }));
    selection = { ...SELECTION, mutes: [mute] };
    await handle(anAdvisorEvent({ status: 'OK', at: at(1) }));
    expect(told.all()[0]?.part.status).toBe('resolved');
  });
});

test('savings are summed exactly', async () => {
  const database = (id: string, savings: string) =>
    anAdvisorEvent({
      check: 'Amazon RDS Idle DB Instances',
      status: 'WARN',
      arn: `arn:aws:rds:eu-west-1:${ACCOUNT.id}:db:${id}`,
      columns: {
        Region: 'eu-west-1',
        'DB Instance Name': id,
        'Estimated Monthly Savings (On Demand)': savings,
      },
    });
  await handle(database('a', '$1,230.10'), database('b', '$0.20'));
  expect(told.all()[0]?.facts).toContainEqual({ label: 'Estimated savings', value: '$1,230.30 a month' });
});
