import { readFileSync } from 'node:fs';
import { paginateScan } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { HEAD_ROW, type Head } from '#lambdas/contracts/ledger.ts';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { aContainer, aStoppedTask } from '#test/ecs-alerts/an-ecs-event.ts';
import { keptOfEach } from '#test/proof/kept-of-each.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

/** The clock of the whole runs faster than the machine's, so that Slack's message a second is no bound. */
const SPEED = 20;
const EVENTS = 100_000;
const ROUND = 5000;
const SERVICES = 40;
/** Of an Organization's stopped tasks most are deployments and scaling. */
const TOLD_OF = 10;
/** The function has 256; Node takes what it finds before it tidies up. */
const LIMIT_MEGABYTES = 180;

/**
 * A day of a large Organization through the built functions: of ten stopped tasks nine are nobody's trouble, the tenth
 * is one of forty crash loops. Memory must not grow with the events, and every loop is one message with an exact count.
 */
it('a hundred thousand events make forty alerts with exact counts, in bounded memory', async () => {
  const cloud = await startEmbeddedCloud({
    assembly: ASSEMBLY,
    speed: SPEED,
    fires: ({ arn }) => arn.includes('AlertClock'),
  });
  try {
    const queue = cloud.queues.names().find((name) => /EcsAlertsEventsQueue/.test(name)) ?? '';
    const memory: number[] = [];
    for (let first = 0; first < EVENTS; first += ROUND) {
      for (let number = first; number < first + ROUND; number += 1) {
        cloud.queues.send(queue, { body: JSON.stringify(eventOf(number, cloud.clock.now())) });
      }
      await cloud.settled();
      memory.push(residentOf(cloud));
      process.stdout.write(`${first + ROUND} of ${EVENTS} events, ${memory.at(-1)} MB in ecs-alerts\n`);
    }

    const counts = await countsOf(cloud);
    expect(counts).toHaveLength(SERVICES);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(EVENTS / TOLD_OF);
    const posts = cloud.products.slack
      .messages(cloud.products.conversations['ops'] ?? '')
      .filter(({ thread_ts }) => !thread_ts);
    expect(posts).toHaveLength(SERVICES);
    expect(keptOfEach(memory, EVENTS)).toBeLessThan(1);
    expect(Math.max(...memory)).toBeLessThan(LIMIT_MEGABYTES);
    const left = cloud.queues
      .names()
      .filter((name) => /DeadLetters/.test(name) && cloud.queues.inspect(name).length > 0);
    expect(left).toEqual([]);
  } finally {
    await cloud.stop();
  }
});

function eventOf(number: number, now: number) {
  const time = new Date(now).toISOString();
  const service = `service-${String((number / TOLD_OF) % SERVICES).padStart(2, '0')}`;
  if (number % TOLD_OF === 0) {
    return aStoppedTask(
      { group: `service:${service}`, containers: [aContainer({ exitCode: 1 })] },
      { time },
      number,
    );
  }
  const rollout = {
    stopCode: 'ServiceSchedulerInitiated',
    stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/1)',
  };
  return aStoppedTask({ ...rollout, containers: [] }, { time }, number);
}

/** In megabytes, of the largest process that runs the function. */
function residentOf({ functions }: EmbeddedCloud): number {
  const pids = functions
    .sandboxes()
    .filter(({ function: name }) => name.includes('EcsAlerts'))
    .map(({ pid }) => pid);
  const sizes = pids.map((pid) =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0),
  );
  return Math.round(Math.max(0, ...sizes) / 1024);
}

async function countsOf({ estate, tables }: EmbeddedCloud): Promise<number[]> {
  const counts: number[] = [];
  for await (const { Items = [] } of paginateScan(
    { client: tables.client },
    { TableName: estate.tables[0]?.name },
  )) {
    const heads = Items.filter(({ row }) => row?.S === HEAD_ROW).map(
      ({ body }) => JSON.parse(body?.S ?? '') as Head,
    );
    counts.push(...heads.map(({ views }) => views['ops']?.occurrences?.count ?? 0));
  }
  return counts;
}
