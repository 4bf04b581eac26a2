import { describe, expect, test } from 'vitest';
import type { Observation } from '#lambdas/contracts/observation.ts';
import { handleMessage } from '#lambdas/support-cases/handle-message.ts';
import { SupportMessage } from '#lambdas/support-cases/support-event.ts';
import {
  answerCase,
  newAttachment,
  openCase,
  redactMessage,
  reopenCase,
  replyToCase,
  resolveCase,
} from '#local/counterparts/organization/change-cases.ts';
import { askPermit } from '#local/counterparts/organization/change-permits.ts';
import { aCaseWorld } from '#test/support-cases/a-case-world.ts';
import { memoryPorts } from '#test/support-cases/memory-ports.ts';

const [SHOP, BANK, LAB] = ['111122223333', '444455556666', '777788889999'] as const;
const HOUR_MS = 3_600_000;
const START = Date.parse('2026-11-01T00:00:00.250Z');

type Kill = { run: number; call: number; when: 'before' | 'after' };

/**
 * The life of some cases, each step followed by a run. A run that is killed is tried again at once: what is told has spans
 * of time in it. From the call on that kills it no other has an effect.
 */
async function play(kill?: Kill) {
  const world = aCaseWorld();
  let now = START;
  let [run, call, isDead] = [0, 0, false];
  let isFailing = false;
  const disturb = (name: string, when: 'before' | 'after') => {
    if (isDead) throw new Error('killed');
    if (when === 'before') call += 1;
    if (kill?.run === run && kill.call === call && kill.when === when) {
      isDead = true;
      throw new Error('killed');
    }
    if (name === 'openAccount' && isFailing)
      throw Object.assign(new Error('AWS says no'), { name: 'SubscriptionRequiredException' });
  };
  const { ports, memory } = memoryPorts({
    world,
    accounts: [SHOP, BANK, LAB],
    now: () => new Date(now),
    disturb,
  });
  const calls: number[] = [];
  const told: number[] = [];
  const tell = async (message: object) => {
    const parsed = SupportMessage.parse(message);
    call = 0;
    const before = memory.observations.length;
    await handleMessage(parsed, ports).catch(() => undefined);
    calls.push(call);
    told.push(memory.observations.length - before);
    if (isDead) {
      isDead = false;
      run += 1;
      call = 0;
      await handleMessage(parsed, ports).catch(() => undefined);
    } else run += 1;
  };
  const later = (hours: number) => void (now += hours * HOUR_MS);

  const { opened: old } = openCase(
    world,
    { account: SHOP, subject: 'Old', body: 'It was there' },
    now - 9 * HOUR_MS,
  );
  openCase(world, { account: BANK, subject: 'Older', body: 'So was this' }, now - 20 * HOUR_MS);
  await tell({ kind: 'sweep' });
  later(1);
  const { opened: one, event } = openCase(
    world,
    { account: SHOP, subject: 'New', body: 'It fails', severityCode: 'high' },
    now,
  );
  await tell(event);
  later(5);
  await tell({ kind: 'sweep' });
  answerCase(one, { body: 'Try this', attachments: [newAttachment({ fileName: 'a.log' })] }, now);
  answerCase(old, { body: 'And this' }, now);
  askPermit(world, one, ['rds:Describe*'], now);
  later(1);
  await tell({ kind: 'sweep' });
  later(30);
  await tell({ kind: 'sweep' });
  await tell(replyToCase(one, { body: 'It helped' }, now));
  later(1);
  redactMessage(one, 'fails');
  await tell(resolveCase(one, now));
  later(25);
  await tell({ kind: 'sweep' });
  for (const each of reopenCase(one, { body: 'Again' }, now)) await tell(each);
  isFailing = true;
  later(25);
  await tell({ kind: 'sweep' });
  await tell({ kind: 'report' });
  isFailing = false;
  later(25);
  await tell({ kind: 'sweep' });
  await tell({ kind: 'report' });
  return { calls, told, alerts: alertsOf(memory.observations), ...standOf(memory) };
}

/** What people see: how each alert stands, and each line of its thread once. */
function alertsOf(observations: Observation[]) {
  const alerts = [...Map.groupBy(observations, ({ key }) => key)].map(([key, some]) => {
    const { title, summary, severity, part } = some.at(-1) ?? {};
    const lines = new Set(some.flatMap(({ entry }) => entry || []));
    return { key, title, summary, severity, status: part?.status, lines: [...lines] };
  });
  return alerts.sort((one, other) => (one.key < other.key ? -1 : 1));
}

/** What is kept, but for how often it was written. */
function standOf({ cases, readings, hints, objects }: ReturnType<typeof memoryPorts>['memory']) {
  const rows = [...cases.values()].map(({ version: _writes, foundBy: _by, thread, ...row }) => ({
    ...row,
    threads: [objects.get(thread.raw)?.json, objects.get(thread.redacted)?.json],
  }));
  return {
    rows,
    readings: [...readings].map(([id, { reading }]) => [id, reading]),
    hints: hints.size,
  };
}

describe('a run that is killed at any call, and tried again', async () => {
  const undisturbed = await play();

  test('is part of a story in which people are told much, as soon as it is known', () => {
    const lines = undisturbed.alerts.map((one) => one.lines.map((line) => line.split(/ on | by | for /)[0]));
    expect(lines).toEqual([
      ['AWS answered', 'Reminder: the case has waited', 'Reminder: the case has waited'],
      [
        'The case was created',
        'AWS is late: its first answer was due',
        'AWS answered',
        'Reminder: the case has waited',
        'We answered',
        'The case was resolved',
        'We answered',
        'Reminder: the case has waited',
      ],
      [],
      ['New: 111122223333, 444455556666, 777788889999.'],
    ]);
    // Of the events at once, of what events do not tell in the next sweep.
    expect(undisturbed.told).toEqual([1, 1, 1, 2, 2, 1, 1, 0, 1, 0, 0, 1, 2, 1]);
    expect(undisturbed.calls.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(150);
  });

  test.each(undisturbed.calls.map((count, run) => ({ run, count })))(
    'keeps and tells what one does that is not: run $run, at each of $count calls',
    async ({ run, count }) => {
      for (let call = 1; call <= count; call += 1) {
        for (const when of ['before', 'after'] as const) {
          const { calls: _calls, told: _told, ...killed } = await play({ run, call, when });
          const { calls: _usual, told: _usually, ...usual } = undisturbed;
          expect(killed, `killed ${when} call ${call}`).toEqual(usual);
        }
      }
    },
  );
});
