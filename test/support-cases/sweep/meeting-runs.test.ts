import { expect, test } from 'vitest';
import { handleEvent } from '#lambdas/support-cases/handle-event.ts';
import { SupportEvent } from '#lambdas/support-cases/support-event.ts';
import { sweepAll } from '#lambdas/support-cases/sweep/sweep-all.ts';
import { answerCase } from '#local/counterparts/organization/change-cases.ts';
import { aSweptWorld, BANK, SHOP } from '#test/support-cases/a-swept-world.ts';

const HOUR_MS = 3_600_000;

test('of two sweeps at once one goes on, and neither takes the other for a failure', async () => {
  const { accounts, clock, memory, open, ports } = aSweptWorld();
  accounts.push(BANK);
  open('A');
  open('B', 0, BANK);
  clock.now += HOUR_MS;
  await Promise.all([sweepAll(ports), sweepAll(ports)]);

  expect([...memory.readings.values()].map(({ reading }) => reading.state)).toEqual(['ok', 'ok']);
  expect(memory.cases.size).toBe(2);
});

test('a run that is repeated asks AWS nothing, and says the same failure', async () => {
  const { accounts, faults, ports, sweep } = aSweptWorld();
  accounts.push(BANK);
  faults.set(BANK, new Error('Something is wrong'));
  await expect(sweep(0.5, 'run 1')).rejects.toThrow('Some of the sweep');
  let opened = 0;
  const { openAccount } = ports;
  ports.openAccount = (account) => {
    opened += 1;
    return openAccount(account);
  };
  await expect(sweep(2 / 60, 'run 1')).rejects.toThrow('Some of the sweep');
  expect(opened).toBe(0);
  faults.clear();
  await sweep(0.25, 'run 2');

  expect(opened).toBe(2);
});

test('an event that writes a case during a sweep, of which a reminder is due, fails nothing', async () => {
  const swept = aSweptWorld({ remindAfterHours: [4] });
  const { clock, memory, ports, sweep } = swept;
  await sweep();
  const { opened } = swept.open('A');
  await sweep();
  answerCase(opened, { body: 'Which Region?' }, clock.now);
  await sweep();
  clock.now += 3.6 * HOUR_MS;
  const { writeReading } = ports.rows;
  ports.rows.writeReading = async (...given) => {
    await writeReading(...given);
    ports.rows.writeReading = writeReading;
    const event = answerCase(opened, { body: 'Are you there?' }, clock.now - 60_000);
    await handleEvent(SupportEvent.parse(event), ports);
  };
  await sweep(0.5);

  expect(memory.readings.get(SHOP)?.reading.state).toBe('ok');
  expect(swept.threadOf(opened.displayId).messages).toHaveLength(3);
  expect(swept.rowOf(opened.displayId)?.reminded).toContain('waiting-4h');
});
