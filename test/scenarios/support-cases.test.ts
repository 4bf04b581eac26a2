import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseThread } from '#lambdas/contracts/support/case-thread.ts';
import {
  answerCase,
  openCase,
  redactMessage,
  reopenCase,
  replyToCase,
  resolveCase,
} from '#local/counterparts/organization/change-cases.ts';
import { askPermit } from '#local/counterparts/organization/change-permits.ts';
import type { WorldCase } from '#local/counterparts/organization/world-cases.ts';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { settleCases, tellCases, wakeCases } from '#test/scenarios/play-support.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

const PAYMENTS = '111122223333';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCY0123456789';

let cloud: EmbeddedCloud;
beforeAll(async () => {
  cloud = await startEmbeddedCloud({ assembly: ASSEMBLY, fires: ({ arn }) => arn.includes('AlertClock') });
  const daily = cloud.estate.schedules.find(({ arn }) => arn.includes('AccountDirectoryDaily'));
  await cloud.scheduler.trigger(daily?.arn ?? 'the directory');
  await cloud.settled();
  await wakeCases(cloud, 'Sweep');
}, 120_000);
afterAll(() => cloud.stop());

const messages = () => cloud.products.slack.messages(cloud.products.conversations['ops'] ?? '');
const roots = (word: string) =>
  messages().filter((one) => one.thread_ts === undefined && JSON.stringify(one).includes(word));
const thread = (word: string) => {
  const [root] = roots(word);
  return messages()
    .filter(({ thread_ts }) => thread_ts !== undefined && thread_ts === root?.ts)
    .map((one) => JSON.stringify(one))
    .join('\n');
};
const support = () => cloud.organization.world.support;
const now = () => cloud.clock.now();
const objects = (bucket: string, prefix: string) => {
  const { name = '' } = cloud.estate.buckets.find((one) => one.logicalId.includes(bucket)) ?? {};
  const keys = cloud.objects.keys(name).filter((key) => key.startsWith(prefix));
  return keys.map((key) => cloud.objects.read(name, key)?.content.toString() ?? '');
};

describe('the first sweep', () => {
  it('names what is open in one digest, and begins no thread', () => {
    expect(roots('3 open cases in 3 accounts')).toHaveLength(1);
    expect(roots('AWS waits for us: Connections')).toHaveLength(0);
  });
});

describe('a case', () => {
  let one: WorldCase;

  it('is one thread from its opening on', async () => {
    const { opened, event } = openCase(
      support(),
      {
        account: PAYMENTS,
        subject: 'Writes to ledger-db are slow',
        severityCode: 'high',
        body: `Key: ${SECRET}`,
      },
      now(),
    );
    one = opened;
    await tellCases(cloud, event);
    expect(roots('Writes to ledger-db are slow')).toHaveLength(1);
  });

  it('says that AWS answered, and whose turn it is', async () => {
    await tellCases(cloud, answerCase(one, { body: 'Please send us the plan.' }, now()));
    expect(roots('Writes to ledger-db are slow')).toHaveLength(1);
    expect(thread('Writes to ledger-db are slow')).toContain('AWS answered');
    expect(JSON.stringify(roots('Writes to ledger-db are slow'))).toContain('AWS waits for us');
  });

  it('is read by the sweep where no event told (Snapchat/aws-support-tickets-aggregator)', async () => {
    cloud.clock.advance(60_000);
    replyToCase(one, { body: 'The plan is attached.' }, now());
    cloud.clock.advance(60_000);
    answerCase(one, { body: 'Thank you.' }, now());
    await wakeCases(cloud, 'Sweep');
    await settleCases(cloud);
    expect(thread('Writes to ledger-db are slow')).toContain('We answered');
  });

  it('waits for AWS to show what an event announced', async () => {
    support().habits.readLagMs = 90_000;
    const event = answerCase(one, { body: 'One more question.' }, now());
    const before = thread('Writes to ledger-db are slow');
    await cloud.putEvent(event);
    await cloud.settled();
    expect(thread('Writes to ledger-db are slow')).toBe(before);
    await settleCases(cloud);
    expect(thread('Writes to ledger-db are slow')).not.toBe(before);
    support().habits.readLagMs = 0;
  });

  it('shows that AWS asks to see data', async () => {
    askPermit(support(), one, ['s3:GetObject'], now());
    await wakeCases(cloud, 'Sweep');
    cloud.clock.advance(HOUR_MS);
    await settleCases(cloud);
    expect(thread('Writes to ledger-db are slow')).toContain('asked to see data');
  });

  it('is recalled after a day, once', async () => {
    cloud.clock.advance(DAY_MS + 600_000);
    await wakeCases(cloud, 'Sweep');
    await wakeCases(cloud, 'Sweep');
    await settleCases(cloud);
    const lines = thread('Writes to ledger-db are slow').split('\n');
    expect(lines.filter((line) => line.includes('Reminder'))).toHaveLength(1);
  });

  it('ends when it is resolved, and opens again when it is reopened (sample-zendesk-aws-support-connector)', async () => {
    await tellCases(cloud, resolveCase(one, now()));
    expect(JSON.stringify(roots('Writes to ledger-db are slow'))).toContain('resolved');
    cloud.clock.advance(60_000);
    await tellCases(cloud, ...reopenCase(one, { body: 'It is back.' }, now()));
    expect(thread('Writes to ledger-db are slow')).toContain('Open again');
  });

  it('is kept whole in the raw store, and without its secret in the other', async () => {
    const versions = objects('SupportCasesRaw', `raw/${PAYMENTS}/${one.displayId}/`);
    const bodies = versions.map((json) => (JSON.parse(json) as CaseThread).messages.map(({ body }) => body));
    expect(bodies).toContainEqual(one.communications.map(({ body }) => body));
    expect(objects('SupportCasesRedacted', `redacted/${PAYMENTS}/`).join()).not.toContain(SECRET);
    expect(objects('SupportCasesRedacted', `redacted/${PAYMENTS}/${one.displayId}/`).join()).toContain(
      'Please send us the plan',
    );
  });

  it('loses from all stores what AWS takes out of it', async () => {
    redactMessage(one, SECRET);
    cloud.clock.advance(2 * DAY_MS);
    await wakeCases(cloud, 'Sweep');
    await wakeCases(cloud, 'Sweep');
    const versions = objects('SupportCasesRaw', `raw/${PAYMENTS}/${one.displayId}/`);
    expect(versions).toHaveLength(1);
    expect(versions.join()).not.toContain(SECRET);
  });
});

it('no message of a case is in a log, a row or a message of chat (fernweh58/aws-support-case-bot)', async () => {
  const said = ['Please send us the plan', 'One more question', 'The plan is attached'];
  const told = JSON.stringify([messages(), cloud.journal.steps]);
  for (const text of said) expect(told).not.toContain(text);
});
