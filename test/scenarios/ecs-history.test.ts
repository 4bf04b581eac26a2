import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ECS_EVENTS } from '#lambdas/contracts/ecs-tables.ts';
import type { BusEvent } from '#local/bus/bus-event.ts';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { aDeploymentEvent, anEventOf, aServiceAction, aTaskStop } from '#test/ecs-history/an-ecs-event.ts';
import { reportFiles } from '#test/scenarios/play-costs.ts';
import { BATCH_WINDOW_MS, historyFiles, historyQueue, reachHub } from '#test/scenarios/play-ecs-history.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

const SECRET = 'hunter2-of-the-harbour';

let cloud: EmbeddedCloud;
beforeEach(async () => {
  cloud = await startEmbeddedCloud({ assembly: ASSEMBLY, fires: () => false });
});
afterEach(() => cloud.stop());

async function tell(...events: BusEvent[]): Promise<void> {
  for (const event of events) await reachHub(cloud, event);
  await cloud.settled();
}
async function endWindow(): Promise<void> {
  cloud.clock.advance(BATCH_WINDOW_MS);
  await cloud.settled();
}
const textOf = (key: string) => gunzipSync(reportFiles(cloud).read(key)).toString();
const rows = () =>
  historyFiles(cloud).flatMap((key) =>
    textOf(key)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>),
  );
const deadLetters = () =>
  cloud.estate.queues
    .filter(({ name }) => name.includes('EcsHistoryEventsDeadLetters'))
    .map(({ name }) => cloud.queues.counts(name).ready);

it('events of all kinds are one file of the bucket when their window ends, and not before', async () => {
  const stop = aTaskStop({ overrides: { containerOverrides: [{ environment: [{ value: SECRET }] }] } });
  await tell(
    stop,
    aDeploymentEvent('COMPLETED'),
    aServiceAction('SERVICE_TASK_START_IMPAIRED', { eventType: 'WARN' }),
    anEventOf('ECS Hook State Change', 'service-deployment/harbour/ferry/1', { hookId: 'hk-1' }),
    anEventOf('ECS Tide Change Of Next Year', '', { tide: 'low' }),
  );
  expect(historyFiles(cloud)).toEqual([]);
  await endWindow();

  expect(historyFiles(cloud)).toEqual([
    expect.stringMatching(/^tables\/report=ecs-events\/month=2026-11\/[0-9a-f]{32}\.ndjson\.gz$/),
  ]);
  expect(rows().map((row) => row['detail_type'])).toHaveLength(5);
  expect(JSON.stringify(rows())).not.toContain(SECRET);
  expect(JSON.stringify(cloud.journal.steps.filter(({ kind }) => kind === 'log'))).not.toContain(SECRET);
  expect(deadLetters()).toEqual([0]);
});

it('the lines have the columns of the table in Athena, in their order', async () => {
  await tell(aTaskStop());
  await endWindow();

  expect(rows().map((row) => Object.keys(row))).toEqual([ECS_EVENTS.columns.map(({ name }) => name)]);
});

it('the same events again replace their own file; in another batch their copies can be told by the hash', async () => {
  const [first, second] = [aTaskStop({ version: 1 }), aTaskStop({ version: 2 })];
  await tell(first, second);
  await endWindow();
  await tell(second, first, first);
  await endWindow();
  expect(historyFiles(cloud)).toHaveLength(1);
  expect(rows()).toHaveLength(2);

  await tell(first);
  await endWindow();
  expect(historyFiles(cloud)).toHaveLength(2);
  expect(rows()).toHaveLength(3);
  expect(new Set(rows().map((row) => row['event_hash'])).size).toBe(2);
});

it('what cannot be read lies in the dead letters, the rest of its batch in the bucket', async () => {
  await tell(aTaskStop());
  cloud.queues.send(historyQueue(cloud), { body: `no JSON: ${SECRET}` });
  await cloud.settled();
  await endWindow();

  expect(rows()).toHaveLength(1);
  expect(deadLetters()).toEqual([1]);
});

it('while the bucket refuses, events wait in their queue; then none is missing', async () => {
  let refusals = 4;
  cloud.proxy.addHook({
    before: async ({ service }) =>
      service === 's3' && refusals-- > 0 ? { status: 503, headers: {}, body: '' } : undefined,
  });
  await tell(aTaskStop({ version: 1 }), aTaskStop({ version: 2 }));
  await endWindow();
  expect(historyFiles(cloud)).toEqual([]);

  // Their visibility ends, and another window.
  cloud.clock.advance(11 * 60_000);
  await cloud.settled();
  await endWindow();
  expect(rows()).toHaveLength(2);
  expect(deadLetters()).toEqual([0]);
});
