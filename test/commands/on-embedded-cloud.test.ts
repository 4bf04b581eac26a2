import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BusEvent } from '#local/bus/bus-event.ts';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { environmentOf, runReeve } from '#test/commands/run-reeve.ts';
import { aHealthEvent } from '#test/health-alerts/a-health-event.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

const SECRET_CACHE_MS = 301_000;
const MUTES_CACHE_MS = 61_000;

let cloud: EmbeddedCloud;

beforeEach(async () => {
  cloud = await startEmbeddedCloud({ assembly: ASSEMBLY, fires: ({ arn }) => arn.includes('AlertClock') });
});
afterEach(() => cloud.stop());

const reeve = (words: string, input?: string) => runReeve(words.split(' '), environmentOf(cloud), input);

async function happens(number: number, envelope: Record<string, unknown> = {}): Promise<void> {
  const eventArn = `arn:aws:health:eu-central-1::event/EC2/AWS_EC2_API_ISSUE/REEVE_COMMANDS_${number}`;
  const time = `${new Date(cloud.clock.now()).toISOString().slice(0, 19)}Z`;
  const lastUpdatedTime = new Date(cloud.clock.now()).toUTCString();
  await cloud.putEvent(aHealthEvent({ eventArn, lastUpdatedTime }, { time, ...envelope }) as BusEvent);
  await cloud.settled();
}

/** A channel of the kind, as the settings name it. */
function channelOf(kind: string): { name: string; said: () => string } {
  const channel = cloud.channels.find((candidate) => candidate.kind === kind);
  const name = channel?.name ?? '';
  const conversation = cloud.products.conversations[name] ?? '';
  const said = () =>
    kind === 'webhook'
      ? JSON.stringify(cloud.products.receivers[name]?.deliveries())
      : JSON.stringify(cloud.products.slack.messages(conversation).map(({ text }) => text));
  return { name, said };
}

function deadLettersOf(name: string): number {
  const queue = cloud.queues.names().find((candidate) => candidate.startsWith(`ReeveHub-${name}`)) ?? '';
  return cloud.queues.inspect(queue).length;
}

describe('redrive', () => {
  test('shows a poisoned event, moves it only with --yes, and the function refuses it again', async () => {
    await happens(1, { time: 'yesterday' });
    const shown = await reeve('redrive health-alerts');

    expect(shown.code).toBe(0);
    expect(shown.stdout).toMatch(/holds 1; the oldest was sent less than a minute ago/);
    expect(shown.stdout).toMatch(/Would move 1 to ReeveHub-HealthAlertsEventsQueue.*\n.*--yes/);
    expect(shown.stdout + shown.stderr).not.toContain('AWS_EC2_API_ISSUE');
    expect(deadLettersOf('HealthAlertsEventsDeadLetters')).toBe(1);

    const moved = await reeve('redrive health-alerts --yes --json');
    await cloud.settled();

    expect(JSON.parse(moved.stdout)).toMatchObject({ visible: 1, moved: 1 });
    expect(cloud.journal.steps.filter(({ text }) => text.includes('"fields":["time"]'))).toHaveLength(2);
    expect(deadLettersOf('HealthAlertsEventsDeadLetters')).toBe(1);
  });

  test('deletes what the next run does again', async () => {
    const queue = cloud.queues.names().find((name) => name.includes('MissedRunsDeadLetters')) ?? '';
    cloud.queues.send(queue, { body: '{}' });

    expect((await reeve('redrive missed-runs')).stdout).toContain('Would delete 1: they are missed runs');
    expect((await reeve('redrive missed-runs --yes')).stdout).toBe('Deleted 1 missed runs.\n');
    expect((await reeve('redrive missed-runs --yes')).stdout).toContain('There is nothing to redrive.');
  });

  test('names the way out where there is no such stack', async () => {
    const { code, stderr } = await reeve('redrive alert-desk --stack Elsewhere');

    expect(code).toBe(1);
    expect(stderr).toContain('There is no queue Elsewhere-AlertsDeadLetters… in eu-central-1');
    expect(stderr).toContain('--stack');
  });
});

test('a channel with a wrong secret hears of everything once the right one is set and redriven', async () => {
  const { name, said } = channelOf('slack');
  await reeve(`secret set ${name}`, 'xoxb-revoked\n');
  await happens(1);
  await happens(2);
  expect(said()).toBe('[]');

  const refused = await reeve(`send-test ${name}`);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('the bot token is not valid');

  const set = await reeve(`secret set ${name}`, 'xoxb-embedded-cloud\n');
  expect(set).toMatchObject({ code: 0, stdout: expect.stringContaining('Stored, as version 3') as string });
  expect(set.stdout + set.stderr).not.toContain('xoxb-embedded-cloud');

  const accepted = await reeve(`send-test ${name}`);
  expect(accepted.stdout).toMatch(/took the message: HTTP 200, reference \d+\.\d+/);
  expect(said()).toContain('Test message of Reeve');

  cloud.clock.advance(SECRET_CACHE_MS);
  expect((await reeve('redrive chat-delivery --yes')).stdout).toMatch(
    /^Moved (\d+) of \1 to ReeveHub-OutboxQueue/,
  );
  await cloud.settled();
  expect(said().match(/EC2: api issue/g)).toHaveLength(2);
  expect(deadLettersOf('OutboxDeadLetters')).toBe(0);
});

test('a webhook gets a new signing secret, shown once, and the receiver is told in words what is wrong', async () => {
  const { name } = channelOf('webhook');
  const url = `https://${name}.receiver.example/reeve`;
  const { stdout } = await reeve(`secret set ${name} --json`, `${url}\n\n`);
  const { signingSecret } = JSON.parse(stdout) as { signingSecret: string };

  expect(signingSecret).toMatch(/^whsec_/);
  // The counterpart still has the secret of before.
  const { code, stderr } = await reeve(`send-test ${name}`);
  expect(code).toBe(1);
  expect(stderr).toContain('Channel refused the message (status 401)');
});

test('a secret of the wrong form is refused, and the one of before stays', async () => {
  const { name, said } = channelOf('slack');
  const { code, stderr } = await reeve(`secret set ${name}`, 'xoxp-of-a-person\n');
  await happens(1);

  expect(code).toBe(1);
  expect(stderr).toContain('A bot token starts with xoxb-');
  expect(stderr).not.toContain('of-a-person');
  expect(said()).toContain('EC2: api issue');
});

test('a channel without a secret is told how to get one', async () => {
  const { name } = channelOf('slack');
  const { code, stderr } = await reeve(`send-test ${name} --stack Elsewhere`);

  expect(code).toBe(1);
  expect(stderr).toContain(`There is no secret /Elsewhere/channels/${name}`);
  expect(stderr).toContain(`secret set ${name}`);
});

test('a mute holds an event back until it is ended', async () => {
  const { said } = channelOf('slack');
  const words = [
    'mute',
    '--id',
    'storm',
    '--reason',
    'known since Monday',
    '--until',
    '8h',
    '--type-code',
    'AWS_EC2_*',
  ];
  const environment = environmentOf(cloud);
  const shown = await runReeve(words, environment);
  expect(shown.stdout).toMatch(/^Would mute storm: typeCode AWS_EC2_\*, until .*\n.*--yes/);
  expect((await reeve('mute list')).stdout).not.toContain('storm');

  expect((await runReeve([...words, '--yes'], environment)).stdout).toMatch(/^Muted, within a minute: storm/);
  expect((await reeve('mute list')).stdout).toContain('storm: typeCode AWS_EC2_*');
  await happens(1);
  expect(said()).toBe('[]');

  expect((await reeve('mute end storm')).stdout).toContain('Would end storm');
  expect((await reeve('mute end storm --yes')).stdout).toContain('Ended, within a minute: storm');
  expect((await reeve('mute list')).stdout).not.toContain('storm');
  expect(await reeve('mute end storm --yes')).toMatchObject({
    code: 1,
    stderr: 'No mute "storm" holds now.\n',
  });

  cloud.clock.advance(MUTES_CACHE_MS);
  await happens(2);
  expect(said().match(/EC2: api issue/g)).toHaveLength(1);
});
