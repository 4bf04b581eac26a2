import { expect, test } from 'vitest';
import { aFault, anEstate, BANK, KEYS, SHOP, VOLUMES } from '#test/trusted-advisor-sweep/an-estate.ts';

const OLD = { status: 'ok', at: '2026-11-20T00:00:00.000Z', resources: [] };

function anOldEstate() {
  const estate = anEstate();
  estate.world.refreshAfterHours = 24;
  estate.world.results.set(`${SHOP}/${VOLUMES.id}`, OLD);
  return estate;
}

test('only results older than a set age are made anew, once a day (cloud-custodian service-limit)', async () => {
  const estate = anOldEstate();
  for (let hour = 0; hour < 24; hour += 1) {
    await estate.sweep();
    estate.later(1);
  }

  expect(estate.callsOf('refresh')).toEqual([`${SHOP}/refresh/${VOLUMES.id}`]);
  expect(estate.table.standingOf(SHOP)?.counts).toMatchObject({ refreshed: 1, notRefreshable: 0 });
});

test('a check that was never made is, and none is where the settings leave that to AWS', async () => {
  const estate = anOldEstate();
  estate.world.results.set(`${SHOP}/${VOLUMES.id}`, { status: 'not_available', resources: [] });
  estate.world.refreshAfterHours = undefined;
  await estate.sweep();
  expect(estate.callsOf('refresh')).toEqual([]);
  estate.later();
  estate.world.refreshAfterHours = 48;
  await estate.sweep();

  expect(estate.callsOf('refresh')).toEqual([`${SHOP}/refresh/${VOLUMES.id}`]);
});

test('one that AWS refreshes by itself is remembered for a month, for all accounts', async () => {
  const estate = anOldEstate();
  estate.world.faults.set(`${SHOP}/refresh`, aFault('InvalidParameterValueException'));
  await estate.sweep();
  expect(estate.table.standingOf(SHOP)?.counts).toMatchObject({ refreshed: 0, notRefreshable: 1 });
  estate.world.results.set(`${BANK}/${VOLUMES.id}`, OLD);
  for (let day = 0; day < 29; day += 1) {
    estate.later();
    estate.world.results.set(`${BANK}/${KEYS.id}`, { ...OLD, at: estate.world.now.toISOString() });
    await estate.sweep();
  }
  expect(estate.callsOf('refresh')).toHaveLength(1);
  estate.later(48);
  estate.world.faults.clear();
  await estate.sweep();

  expect(estate.callsOf('refresh').slice(1)).toContain(`${BANK}/refresh/${VOLUMES.id}`);
});

test('an error within Trusted Advisor is counted, and the next check asked (awslabs/aws-trusted-advisor-explorer#1)', async () => {
  const estate = anOldEstate();
  estate.world.results.set(`${SHOP}/${KEYS.id}`, OLD);
  estate.world.faults.set(`${SHOP}/refresh/${VOLUMES.id}`, aFault('InternalServerError'));

  expect(await estate.sweep()).toMatchObject({ refreshed: 1, refreshFailed: 1, accounts: { ok: 2 } });
});

test('one that AWS gave up is not counted as made anew, and asked for again the next day', async () => {
  const estate = anOldEstate();
  estate.world.abandoned.add(VOLUMES.id);
  expect(await estate.sweep()).toMatchObject({ refreshed: 0, refreshFailed: 1 });
  expect(estate.table.standingOf(SHOP)?.counts).toMatchObject({ refreshed: 0, notRefreshable: 0 });
  estate.later();
  await estate.sweep();

  expect(estate.callsOf('refresh').filter((call) => call.startsWith(SHOP))).toHaveLength(2);
});

test.each(['ThrottlingException', 'AccessDeniedException'])(
  'after %s the rest is left, and the reading is as good without',
  async (name) => {
    const estate = anOldEstate();
    estate.world.results.set(`${SHOP}/${KEYS.id}`, OLD);
    estate.world.faults.set(`${SHOP}/refresh`, aFault(name));
    await estate.sweep();

    expect(estate.callsOf('refresh')).toHaveLength(1);
    expect(estate.table.standingOf(SHOP)).toMatchObject({ state: 'ok', counts: { read: 2 } });
  },
);

test('what nobody expects is an error, of an account that was read', async () => {
  const estate = anOldEstate();
  estate.world.faults.set(`${SHOP}/refresh`, aFault('TypeError'));

  await expect(estate.sweep()).rejects.toMatchObject({ errors: [{ fields: { account: SHOP } }] });
  expect(estate.table.standingOf(SHOP)?.state).toBe('ok');
});
