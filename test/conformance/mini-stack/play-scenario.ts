import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SlackMessage } from '#local/counterparts/slack/workspace.ts';
import { hearChannels } from '#test/conformance/hear-channels.ts';
import { COST_STEPS } from '#test/conformance/mini-stack/cost-steps.ts';
import type { DeployedHub } from '#test/conformance/mini-stack/deployed-hub.ts';
import type { Tally } from '#test/conformance/tally.ts';

/** What must be true of the hub, and how it is seen. */
export type Step = [behaviour: string, play: (hub: DeployedHub) => Promise<void>];

const CHANNELS = ['audit', 'ops', 'payments', 'security'];
/** The wait of the second edit, the minute of the schedule, and some more. */
const CLOCK_SECONDS = 150;
const startedAt = Date.now() - 600_000;

const STEPS: Step[] = [
  ['cdk bootstrap, unmodified', (hub) => hub.bootstrap()],
  ['cdk deploy: MiniStack creates every other resource of the template', (hub) => hub.deploy()],
  [
    'cdk deploy of the stacks of the management account, without a bootstrap',
    (hub) => hub.deployManagement(),
  ],
  [
    'ten copies of an event at once, backup copies among them, are one message in each channel',
    async (hub) => {
      const event = aHealthEvent(1, 'Writes are slow.');
      const copies = Array.from({ length: 5 }, () => [event, { ...event, backupEvent: 'true' }]);
      await hub.putHealthEvents(...copies.flat());
      await hub.settled();
      assert.deepEqual(hearChannels(hub.products).told, CHANNELS);
      for (const name of ['ops', 'security', 'payments']) assert.equal(messagesIn(hub, name).length, 1, name);
      assert.equal(hub.products.receivers['audit']?.deliveries().length, 1);
      assertSays(headOf(hub), ['Writes are slow.', 'payments-prod', 'eu-central-1', 'orders-1']);
    },
  ],
  [
    'an update edits the message, goes into its thread, and follows up where nothing can be edited',
    async (hub) => {
      await hub.putHealthEvents(aHealthEvent(2, 'Writes recover.'));
      await hub.settled();
      assertSays(headOf(hub), ['Writes recover.']);
      assertSays(repliesIn(hub).at(-1), ['Writes recover.']);
      assertSays(messagesIn(hub, 'payments').at(-1), ['Writes recover.', 'Update of alert']);
    },
  ],
  [
    'an older update changes nothing',
    async (hub) => {
      const { state } = hearChannels(hub.products);
      await hub.putHealthEvents(aHealthEvent(1, 'Writes are slow, says an old update.'));
      await hub.settled();
      assert.equal(hearChannels(hub.products).state, state);
    },
  ],
  [
    'an edit that has to wait is brought by the alert clock, which the schedule runs',
    async (hub) => {
      await hub.putHealthEvents(aHealthEvent(3, 'Writes are nearly normal.'));
      await hub.settled();
      assertSays(headOf(hub), ['Writes recover.']);
      await until('the second edit', CLOCK_SECONDS, () => textOf(headOf(hub)).includes('nearly normal'));
      await hub.settled();
    },
  ],
  [
    'the end of the event closes the message',
    async (hub) => {
      await hub.putHealthEvents({ ...aHealthEvent(4, 'Writes are normal.'), statusCode: 'closed' });
      await hub.settled();
      assertSays(headOf(hub), ['✅', 'Resolved', 'white_check_mark']);
      assert.equal(messagesIn(hub, 'ops').length, 1);
    },
  ],
  [
    'what is no event goes to the dead letters, and a log line names the fields',
    async (hub) => {
      await hub.sendToQueue(
        'HealthAlertsEventsQueue',
        JSON.stringify({ region: 'eu-central-1', detail: {} }),
      );
      await hub.settled();
      const [[name, count] = [], ...others] = Object.entries(await hub.queued());
      assert.deepEqual([count, others], [1, []]);
      assert.match(String(name), /HealthAlertsEventsDeadLetters/);
      assert.match(hub.log(), /"fields":\["account","time"\]/);
    },
  ],
  ...COST_STEPS,
  [
    'every message was within the limits of its product and was turned down by none',
    async (hub) => assert.deepEqual([...hearChannels(hub.products).complaints, ...hub.refusals], []),
  ],
];

/** The life of one alert on the deployed hub. The first step that fails ends it. */
export async function playScenario(hub: DeployedHub, tally: Tally): Promise<void> {
  for (const [behaviour, play] of STEPS) {
    const from = performance.now();
    try {
      await play(hub);
      tally.passed(`MiniStack: ${behaviour} (${((performance.now() - from) / 1000).toFixed(1)} s)`);
    } catch (error) {
      tally.failed(`MiniStack: ${behaviour}\n${String(error)}\n${hub.log().slice(-3000)}`);
      return;
    }
  }
}

/** An issue of the payments team that security people look after too: every channel of the settings hears of it. */
function aHealthEvent(update: number, latestDescription: string) {
  const type = 'AWS_RDS_OPERATIONAL_ISSUE';
  return {
    eventArn: `arn:aws:health:eu-central-1::event/RDS/${type}/${type}_conformance`,
    service: 'RDS',
    eventTypeCode: type,
    eventTypeCategory: 'issue',
    eventScopeCode: 'ACCOUNT_SPECIFIC',
    communicationId: `conformance-${update}-1`,
    startTime: new Date(startedAt).toUTCString(),
    lastUpdatedTime: new Date(startedAt + update * 60_000).toUTCString(),
    statusCode: 'open',
    eventRegion: 'eu-central-1',
    eventDescription: [{ language: 'en_US', latestDescription }],
    affectedEntities: [{ entityValue: 'orders-1', status: 'IMPAIRED' }],
    affectedAccount: '111122223333',
    page: '1',
    totalPages: '1',
    backupEvent: 'false',
    personas: ['OPERATIONS', 'SECURITY'],
  };
}

function messagesIn({ products: { slack, conversations } }: DeployedHub, channel: string): SlackMessage[] {
  return slack.messages(conversations[channel] ?? '').filter(({ thread_ts }) => thread_ts === undefined);
}

function headOf(hub: DeployedHub): SlackMessage | undefined {
  return messagesIn(hub, 'ops')[0];
}

function repliesIn({ products: { slack, conversations } }: DeployedHub): SlackMessage[] {
  return slack.messages(conversations['ops'] ?? '').filter(({ thread_ts }) => thread_ts !== undefined);
}

function textOf(message: SlackMessage | undefined): string {
  return JSON.stringify(message ?? '');
}

function assertSays(message: SlackMessage | undefined, words: string[]): void {
  const text = textOf(message);
  for (const word of words) assert.ok(text.includes(word), `"${word}" is not in ${text}`);
}

async function until(what: string, seconds: number, isThere: () => boolean): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!isThere()) {
    if (Date.now() > end) throw new Error(`${what} did not come within ${seconds} s`);
    await sleep(500);
  }
}
