import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ECS_EVENTS } from '#lambdas/contracts/ecs-tables.ts';
import type { EcsRow } from '#lambdas/ecs-history/to-row.ts';
import { readQueries } from '#lib/platform/read-queries.ts';
import { aCatalog, ask } from '#test/costs/a-catalog.ts';
import {
  aContainer,
  aDeploymentEvent,
  anEventOf,
  arnOf,
  aServiceAction,
  aTaskStop,
  rowOf,
} from '#test/ecs-history/an-ecs-event.ts';

const queries = readQueries(join(import.meta.dirname, '../../lib/ecs/athena'));
const PLACE = '111122223333 | eu-central-1 | harbour';
const DEPLOY_STOP = {
  stopCode: 'ServiceSchedulerInitiated',
  stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/4012345678901234567)',
  containers: [aContainer({ exitCode: 0 })],
};
const ELB_STOP = {
  stopCode: 'ServiceSchedulerInitiated',
  stoppedReason: '(service ferry) failed ELB health checks in (target-group quay)',
};

/** What a query answers of these events, each of which came twice: a line a row. */
async function answer(id: string, events: unknown[], since = '2026-11'): Promise<string[]> {
  const catalog = await aCatalog([[ECS_EVENTS, [...events, ...events].map(rowOf).map(given)]]);
  const rows = await ask(catalog, queries.find((query) => query.id === id)?.sql ?? '', [since]);
  return rows.map((row) => (row as (string | boolean | null)[]).map((cell) => cell ?? '-').join(' | '));
}

function given(row: EcsRow): Record<string, string | boolean> {
  const known = Object.entries(row).filter(([, cell]) => cell !== null);
  const cells = known.map(([name, cell]) => [name, typeof cell === 'number' ? String(cell) : cell]);
  return { ...Object.fromEntries(cells), month: row.event_time.slice(0, 7) } as Record<
    string,
    string | boolean
  >;
}

/** The stop of a task of its own at a time of 20 November. */
function stop(task: string, at: string, detail: Record<string, unknown> = {}) {
  const time = `2026-11-20T${at}Z`;
  const dated = { taskArn: arnOf(`task/harbour/${task}`), stoppedAt: time, updatedAt: time };
  return aTaskStop({ ...dated, ...detail }, { time });
}
const deployed = (word: string, at: string, detail: Record<string, unknown> = {}) =>
  aDeploymentEvent(word, { updatedAt: `2026-11-20T${at}Z`, ...detail });

test.each(queries)(
  '$name says what it cannot see, is short enough for Athena and runs on nothing',
  async (query) => {
    expect(query.name).toMatch(/^ECS: .{5,60}$/);
    expect(query.about).toContain('Parameter: the first month');
    expect(query.about).toMatch(/Not seen: .{60}/);
    expect(query.about).toContain('event_hash');
    expect(query.about.length).toBeLessThanOrEqual(1024);
    expect(await answer(query.id, [])).toEqual([]);
  },
);

test('there are five of them', () => {
  expect(queries.map(({ id }) => id)).toEqual([
    'DeploymentTimesQuery',
    'FlappingServicesQuery',
    'PlacementFailuresQuery',
    'StopsByReasonQuery',
    'TimeToRecoveryQuery',
  ]);
});

describe('stops by reason', () => {
  const OOM = aContainer({ exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' });

  test('are counted by code, reason without ids, exit code and what the container says', async () => {
    const events = [
      stop('a', '10:00:00', { containers: [OOM] }),
      stop('b', '11:00:00', { containers: [OOM], group: 'service:crane' }),
      stop('c', '12:00:00', DEPLOY_STOP),
    ];

    expect(await answer('StopsByReasonQuery', events)).toEqual([
      'EssentialContainerExited | Essential container in task exited | 137 | OutOfMemoryError | 2 | 2' +
        ' | 2026-11-20T10:00:00.000Z | 2026-11-20T11:00:00.000Z | Essential container in task exited',
      'ServiceSchedulerInitiated | Scaling activity initiated by | - | - | 1 | 1' +
        ` | 2026-11-20T12:00:00.000Z | 2026-11-20T12:00:00.000Z | ${DEPLOY_STOP.stoppedReason}`,
    ]);
  });

  test('count a task once, as its last version tells, and no notice of a Spot interruption', async () => {
    const events = [
      stop('a', '10:00:00', { version: 6, stopCode: 'SpotInterruption' }),
      stop('a', '10:00:00', { version: 5, stopCode: 'UserInitiated' }),
      stop('a', '09:58:00', { version: 4, lastStatus: 'RUNNING', stopCode: 'TerminationNotice' }),
    ];
    const lines = await answer('StopsByReasonQuery', events);

    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^SpotInterruption \| .* \| 1 \| 1 \| /);
  });

  test('of months before the first one are left out', async () => {
    expect(await answer('StopsByReasonQuery', [stop('a', '10:00:00')], '2026-12')).toEqual([]);
  });
});

describe('flapping services', () => {
  test('are those with three bad stops in an hour', async () => {
    const events = [
      ...['a', 'b', 'c'].map((task, index) => stop(task, `10:0${index}:00`)),
      stop('d', '10:03:00', ELB_STOP),
      stop('e', '12:00:00'),
      ...['f', 'g'].map((task) => stop(task, '10:00:00', { group: 'service:crane' })),
      ...['h', 'i', 'j'].map((task) => stop(task, '10:00:00', { ...DEPLOY_STOP, group: 'service:buoy' })),
      ...['k', 'l', 'm'].map((task) => stop(task, '10:00:00', { group: 'family:night-shift' })),
    ];

    expect(await answer('FlappingServicesQuery', events)).toEqual([
      `${PLACE} | ferry | 1 | 4 | 4 | 2026-11-20T10:03:00.000Z | ferry:42 | deck | 1`,
    ]);
  });

  test('are not those of which one task tells three times', async () => {
    const events = [5, 6, 7].map((version) => stop('a', '10:00:00', { version }));

    expect(await answer('FlappingServicesQuery', events)).toEqual([]);
  });
});

describe('deployments', () => {
  const second = {
    deploymentId: 'ecs-svc/7',
    reason: 'ECS deployment circuit breaker: rolling back to ecs-svc/6',
  };
  const third = { deploymentId: 'ecs-svc/8' };

  test('have an outcome and take from IN_PROGRESS to their end', async () => {
    const events = [
      deployed('IN_PROGRESS', '10:00:00'),
      deployed('COMPLETED', '10:04:30.5'),
      deployed('IN_PROGRESS', '11:00:00', second),
      deployed('FAILED', '11:10:00', { ...second, reason: 'ECS deployment failed: tasks failed to start.' }),
      deployed('IN_PROGRESS', '12:00:00', third),
      aServiceAction('SERVICE_DEPLOYMENT_FAILED'),
    ];
    expect(await answer('DeploymentTimesQuery', events)).toEqual([
      `${PLACE} | ferry | ecs-svc/8 | IN_PROGRESS | false | 2026-11-20T12:00:00.000Z | - | - | 1`,
      `${PLACE} | ferry | ecs-svc/7 | FAILED | true` +
        ' | 2026-11-20T11:00:00.000Z | 2026-11-20T11:10:00.000Z | 600 | 2',
      `${PLACE} | ferry | ecs-svc/4012345678901234567 | COMPLETED | false` +
        ' | 2026-11-20T10:00:00.000Z | 2026-11-20T10:04:30.500Z | 270 | 2',
    ]);
  });
});

test('placement failures of services and daemons are counted by what was short', async () => {
  const cpu = { reason: 'RESOURCE:CPU' };
  const at = (time: string) => ({ time });
  const daemon = {
    eventName: 'DAEMON_TASK_START_IMPAIRED',
    failureType: 'TASK_CREATION_FAILED',
    daemonArn: arnOf('daemon/harbour/lamplighter'),
    reason: 'RESOURCE:MEMORY - Unable to place daemon task',
  };
  const events = [
    aServiceAction('SERVICE_TASK_PLACEMENT_FAILURE', cpu, at('2026-11-20T10:00:00Z')),
    aServiceAction('SERVICE_TASK_PLACEMENT_FAILURE', cpu, at('2026-11-21T10:00:00Z')),
    aServiceAction('SERVICE_TASK_START_IMPAIRED'),
    anEventOf('ECS Daemon Service Action', '', daemon),
  ];

  expect(await answer('PlacementFailuresQuery', events)).toEqual([
    `${PLACE} | ferry | RESOURCE:CPU | 2 | 2 | 2026-11-20T10:00:00.000Z | 2026-11-21T10:00:00.000Z`,
    `${PLACE} | lamplighter | RESOURCE:MEMORY | 1 | 1 | 2026-11-20T10:00:00.000Z | 2026-11-20T10:00:00.000Z`,
  ]);
});

describe('time to recovery', () => {
  /** Without the day, which is the same. */
  const told = async (...events: unknown[]) =>
    (await answer('TimeToRecoveryQuery', events)).map((line) => line.replaceAll('2026-11-20 ', ''));

  test('is from the first stop to the next deployment that completed', async () => {
    const events = [
      deployed('COMPLETED', '09:30:00'),
      stop('a', '10:00:00'),
      stop('b', '10:10:00', ELB_STOP),
      stop('c', '10:12:00', DEPLOY_STOP),
      deployed('COMPLETED', '10:20:00'),
    ];

    expect(await told(...events)).toEqual([`${PLACE} | ferry | 10:00:00 | 10:20:00 | 1200 | 2 | deployment`]);
  });

  test('ends with the last stop before an hour of quiet, whatever is deployed later', async () => {
    const events = [
      stop('a', '10:00:00'),
      stop('b', '10:59:00'),
      stop('c', '12:30:00'),
      deployed('COMPLETED', '15:00:00'),
    ];

    expect(await told(...events)).toEqual([
      `${PLACE} | ferry | 12:30:00 | 12:30:00 | 0 | 1 | quiet`,
      `${PLACE} | ferry | 10:00:00 | 10:59:00 | 3540 | 2 | quiet`,
    ]);
  });

  test('begins anew after a deployment, and is of each service by itself', async () => {
    const events = [
      stop('a', '10:00:00'),
      stop('x', '10:02:00', { group: 'service:crane' }),
      deployed('COMPLETED', '10:05:00'),
      stop('b', '10:06:00'),
      deployed('COMPLETED', '10:16:00'),
    ];

    expect(await told(...events)).toEqual([
      `${PLACE} | ferry | 10:06:00 | 10:16:00 | 600 | 1 | deployment`,
      `${PLACE} | crane | 10:02:00 | 10:02:00 | 0 | 1 | quiet`,
      `${PLACE} | ferry | 10:00:00 | 10:05:00 | 300 | 1 | deployment`,
    ]);
  });

  test('is of nothing where only deployments and planned stops are', async () => {
    expect(await told(stop('a', '10:00:00', DEPLOY_STOP), deployed('COMPLETED', '10:05:00'))).toEqual([]);
  });
});
