import { expect, test } from 'vitest';
import type { Observation } from '#lambdas/contracts/observation.ts';
import type { AdvisorReading } from '#lambdas/contracts/trusted-advisor/advisor-reading.ts';
import { publishDay } from '#lambdas/trusted-advisor-sweep/publish-day.ts';
import { aFault, anEstate, BANK, SHOP } from '#test/trusted-advisor-sweep/an-estate.ts';
import { killedAt } from '#test/trusted-advisor-sweep/killed-at.ts';

type Kill = { day: number; call: number; when: 'before' | 'after' };

/** What people see of an alert: how it stands, and each line of its thread once. */
function alertsOf(observations: Observation[]) {
  const alerts = Map.groupBy(observations, ({ key }) => key);
  const seen = [...alerts].map(([key, some]) => {
    const { title, severity, part } = some.at(-1) ?? {};
    const resources = part?.resources.map(({ id }) => id);
    return {
      key,
      title,
      severity,
      status: part?.status,
      resources,
      lines: [...new Set(some.flatMap(({ entry }) => entry || []))],
    };
  });
  return seen.sort((one, other) => (one.key < other.key ? -1 : 1));
}

/** A first look; a day with a new item and an account whose plan ended; one on which both are over. */
async function play(kill?: Kill) {
  const estate = anEstate();
  const said: Observation[] = [];
  const calls: number[] = [];
  const days = [
    () => estate.flag(BANK, ['vol-old']),
    () => {
      estate.flag(SHOP, ['vol-new']);
      estate.world.faults.set(BANK, aFault('SubscriptionRequiredException'));
    },
    () => {
      estate.flag(SHOP, []);
      estate.world.faults.clear();
    },
  ];
  const { read, write, list } = estate.store;
  const sweep = ({ wrap }: ReturnType<typeof killedAt>) => {
    const { store, tell, observe } = wrap({
      tell: async (readings: AdvisorReading[]) => estate.handle(readings),
      observe: async (observation: Observation) => void said.push(observation),
      store: { read, write, list },
    });
    const { selection } = estate.world;
    const ports = { settings: { selection, globalRegion: 'us-east-1' }, store, observe };
    return estate.sweep({
      items: wrap(estate.table.ofSweep),
      store,
      tell,
      publish: (one) => publishDay(one, { ...ports, linkTo: (key) => key }),
    });
  };
  for (const [day, change] of days.entries()) {
    change();
    const run = killedAt(kill?.day === day ? kill : undefined);
    await Promise.race([sweep(run), run.killed]);
    calls.push(run.calls());
    if (run.isOver()) {
      estate.world.now = new Date(estate.world.now.getTime() + 60_000);
      await sweep(killedAt(undefined));
    }
    estate.later(24);
  }
  return { calls, alerts: alertsOf([...estate.observed, ...said]) };
}

test('a sweep that is killed at any call, and run again, tells what one does that is not', async () => {
  const { calls, alerts } = await play();
  expect(alerts.map(({ key }) => key)).toHaveLength(7);
  for (const [day, count] of calls.entries()) {
    for (let call = 1; call <= count; call += 1) {
      for (const when of ['before', 'after'] as const) {
        const killed = await play({ day, call, when });
        expect(killed.alerts, `day ${day}, killed ${when} call ${call}`).toEqual(alerts);
      }
    }
  }
});
