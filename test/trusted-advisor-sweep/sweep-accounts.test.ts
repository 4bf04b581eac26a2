import { describe, expect, test } from 'vitest';
import { NoReaderRoleError } from '#lambdas/runtime/errors.ts';
import { aFault, anEstate, BANK, KEYS, LAB, SHOP, VOLUMES } from '#test/trusted-advisor-sweep/an-estate.ts';

const tags = {};
const stateOf = (estate: ReturnType<typeof anEstate>, account: string) =>
  estate.table.standingOf(account)?.state;

describe('what is told', () => {
  test('of the first reading is all as it was before, and nobody hears of it', async () => {
    const estate = anEstate();
    estate.flag(SHOP, ['vol-1', 'vol-2']);

    const [reading, ...others] = await estate.sweepAndTell();

    expect(others).toEqual([]);
    expect(reading).toMatchObject({
      account: SHOP,
      check: { id: VOLUMES.id, name: VOLUMES.name, category: 'fault_tolerance', source: 'ta_check' },
      at: '2026-11-23T05:10:00.000Z',
      isBaseline: true,
      seen: [{ status: 'error', apiId: 'opaque-vol-1', fields: { 'Volume ID': 'vol-1' } }, {}],
    });
    expect(estate.observed).toEqual([]);
  });

  test('twelve readings of what stays as it is come to no message (aws-solutions/quota-monitor-for-aws#169)', async () => {
    const estate = anEstate();
    await estate.sweepAndTell();
    estate.later();
    estate.flag(SHOP, ['vol-1']);
    expect(await estate.sweepAndTell()).toHaveLength(1);
    for (let day = 0; day < 12; day += 1) {
      estate.later();
      estate.flag(SHOP, ['vol-1']);
      expect(await estate.sweepAndTell()).toEqual([]);
    }
    estate.later();
    estate.flag(SHOP, []);

    expect(await estate.sweepAndTell()).toMatchObject([{ seen: [], ended: [{ ending: 'gone' }] }]);
    expect(estate.observed.map(({ part }) => part.status)).toEqual(['open', 'resolved']);
  });

  test.each([
    ['has gone', [], 'gone'],
    ['is fine', ['vol-1 ok'], 'ok'],
    ['was excluded by people', ['vol-1 excluded'], 'excluded'],
  ])('of an item that %s is that it ended', async (_, volumes, ending) => {
    const estate = anEstate();
    estate.flag(SHOP, ['vol-1']);
    await estate.sweepAndTell();
    estate.later();
    estate.flag(SHOP, volumes);

    expect(await estate.sweepAndTell()).toMatchObject([{ ended: [{ ending }] }]);
    estate.later();
    expect(await estate.sweepAndTell()).toEqual([]);
  });

  test('of a check that AWS added is what it has, as what was there before', async () => {
    const estate = anEstate();
    estate.world.offered = [VOLUMES];
    await estate.sweepAndTell();
    estate.later();
    estate.world.offered = [VOLUMES, KEYS];
    estate.flag(SHOP, ['key-1'], KEYS);
    estate.flag(SHOP, ['vol-1']);

    const readings = await estate.sweepAndTell();
    expect(readings.map(({ check, isBaseline }) => [check.id, isBaseline])).toEqual([
      [VOLUMES.id, undefined],
      [KEYS.id, true],
    ]);
    expect(estate.observed).toHaveLength(1);
    const itemsOf = async () =>
      (await estate.snapshotOf(SHOP))?.items.map(({ check, wasThere }) => [check.id, wasThere]);
    const there = [
      [VOLUMES.id, undefined],
      [KEYS.id, true],
    ];
    expect(await itemsOf()).toEqual(there);
    estate.later();
    await estate.sweepAndTell();
    expect(await itemsOf()).toEqual(there);
  });

  test('that was there and gets worse is new in the reports, too', async () => {
    const estate = anEstate();
    estate.flag(SHOP, ['vol-1 warning', 'vol-2']);
    await estate.sweepAndTell();
    estate.later();
    estate.flag(SHOP, ['vol-1', 'vol-2']);
    await estate.sweepAndTell();

    const items = (await estate.snapshotOf(SHOP))?.items ?? [];
    expect(items.map(({ wasThere }) => wasThere)).toEqual([undefined, true]);
  });

  test('of a check that AWS took away, or that is no longer chosen, is that its items ended', async () => {
    const estate = anEstate();
    estate.flag(SHOP, ['vol-1']);
    estate.flag(SHOP, ['key-1'], KEYS);
    await estate.sweepAndTell();
    estate.later();
    estate.world.offered = [KEYS];
    estate.world.selection = { ...estate.world.selection, except: [KEYS.name] };

    const readings = await estate.sweepAndTell();
    expect(new Map(readings.map(({ check, ended }) => [check.id, ended[0]?.ending]))).toEqual(
      new Map([
        [VOLUMES.id, 'gone'],
        [KEYS.id, 'not-watched'],
      ]),
    );
    estate.later();
    expect(await estate.sweepAndTell()).toEqual([]);
  });

  test('is told again when its mute is over', async () => {
    const estate = anEstate();
    await estate.sweepAndTell();
    const mute = { id: 'm', reason: 'later', until: '2026-11-26T00:00:00Z', when: { accounts: [SHOP] } };
    estate.world.selection = { ...estate.world.selection, mutes: [mute] };
    estate.later();
    estate.flag(SHOP, ['vol-1']);
    await estate.sweepAndTell();
    expect(estate.observed).toEqual([]);
    expect((await estate.snapshotOf(SHOP))?.items).toMatchObject([{ mutedBy: 'm', severity: 'error' }]);
    estate.later();
    expect(await estate.sweepAndTell()).toEqual([]);
    estate.later(48);

    expect(await estate.sweepAndTell()).toHaveLength(1);
    expect(estate.observed).toHaveLength(1);
    estate.later();
    expect(await estate.sweepAndTell()).toEqual([]);
  });

  test('of what is milder than people want to hear of is nothing, day after day', async () => {
    const estate = anEstate();
    estate.world.selection = { ...estate.world.selection, severities: ['error'] };
    await estate.sweepAndTell();
    for (const [volume, messages] of [
      ['vol-1 warning', 0],
      ['vol-1', 1],
      ['vol-1 warning', 1],
      ['vol-1 warning', 0],
    ] as const) {
      estate.later();
      estate.flag(SHOP, [volume]);
      expect(await estate.sweepAndTell()).toHaveLength(messages);
    }
    expect(estate.observed.map(({ part }) => part.status)).toEqual(['open', 'resolved']);
  });
});

describe('an account that cannot be read', () => {
  test.each([
    ['no-plan', SHOP, aFault('SubscriptionRequiredException')],
    ['no-role', SHOP, new NoReaderRoleError('none')],
    ['refused', `${SHOP}/summaries`, aFault('AccessDeniedException')],
    ['throttled', `${SHOP}/summaries`, aFault('ThrottlingException')],
  ])('is %s, and stops neither the others nor the run', async (state, place, fault) => {
    const estate = anEstate();
    estate.world.faults.set(place, fault);
    estate.flag(BANK, ['vol-1']);

    expect(await estate.sweepAndTell()).toMatchObject([{ account: BANK }]);
    expect([stateOf(estate, SHOP), stateOf(estate, BANK)]).toEqual([state, 'ok']);
  });

  test('for no reason that is known is an error when all else is done', async () => {
    const estate = anEstate();
    estate.world.faults.set(SHOP, aFault('TypeError'));
    estate.flag(BANK, ['vol-1']);

    await expect(estate.sweep()).rejects.toMatchObject({
      errors: [{ fields: { account: SHOP }, cause: { name: 'TypeError' } }],
    });
    expect(estate.told).toMatchObject([{ account: BANK }]);
    expect(stateOf(estate, SHOP)).toBe('failed');
    expect(estate.days).toHaveLength(1);
  });

  test.each([
    ['ThrottlingException', 'throttled'],
    ['SubscriptionRequiredException', 'no-plan'],
    ['AccessDeniedException', 'refused'],
  ])('since %s midway is %s, asks no further, and keeps its items', async (name, state) => {
    const estate = anEstate();
    estate.flag(SHOP, ['vol-1']);
    estate.flag(SHOP, ['key-1'], KEYS);
    await estate.sweepAndTell();
    const before = await estate.snapshotOf(SHOP);
    estate.later();
    estate.world.faults.set(`${SHOP}/result`, aFault(name));
    estate.calls.length = 0;

    expect(await estate.sweepAndTell()).toEqual([]);
    expect(stateOf(estate, SHOP)).toBe(state);
    expect(estate.callsOf('result')).toHaveLength(1);
    expect(estate.table.rowsOf(SHOP)).toMatchObject([{ state: 'open' }, { state: 'open' }]);
    expect(await estate.snapshotOf(SHOP)).toEqual(before);
  });

  test('for being throttled is tried again in the next hour; one without a plan the next day', async () => {
    const estate = anEstate();
    estate.world.accounts = [SHOP, BANK, LAB].map((id) => ({ id, tags }));
    estate.world.faults.set(`${SHOP}/summaries`, aFault('ThrottlingException'));
    estate.world.faults.set(BANK, aFault('SubscriptionRequiredException'));
    await estate.sweep();
    estate.calls.length = 0;
    estate.later(1);
    await estate.sweep();

    expect(estate.callsOf('summaries')).toEqual([`${SHOP}/summaries`]);
    expect(new Set(estate.calls.map((one) => one.split('/')[0]))).toEqual(new Set([SHOP]));
    expect(estate.table.standingOf(SHOP)?.since).toBe('2026-11-23T05:10:00.000Z');
  });

  test('for more than a day since it is throttled is an error', async () => {
    const estate = anEstate();
    estate.world.faults.set(`${SHOP}/summaries`, aFault('ThrottlingException'));
    await estate.sweep();
    estate.later(25);

    await expect(estate.sweep()).rejects.toBeInstanceOf(AggregateError);
  });
});

describe('checks of which nothing is known', () => {
  test.each([
    ['failed', aFault('InternalServerError'), { failed: 1, read: 1 }],
    ['is not available', undefined, { notAvailable: 1, read: 1 }],
  ])('a check that %s leaves its items as they are', async (_, fault, counts) => {
    const estate = anEstate();
    estate.flag(SHOP, ['vol-1']);
    await estate.sweepAndTell();
    estate.later();
    if (fault) estate.world.faults.set(`${SHOP}/result/${VOLUMES.id}`, fault);
    else estate.world.results.set(`${SHOP}/${VOLUMES.id}`, { status: 'not_available', resources: [] });

    await estate.sweepAndTell().catch(() => []);
    expect(estate.told).toHaveLength(1);
    expect((await estate.snapshotOf(SHOP))?.items).toMatchObject([{ firstSeen: '2026-11-23' }]);
    expect(estate.table.standingOf(SHOP)?.counts).toMatchObject(counts);
  });

  test('a check that loses its result while it is read leaves its items as they are', async () => {
    const estate = anEstate();
    estate.flag(SHOP, ['vol-1']);
    await estate.sweepAndTell();
    estate.later();
    estate.world.lost.add(`${SHOP}/${VOLUMES.id}`);

    expect(await estate.sweepAndTell()).toEqual([]);
    expect(estate.table.standingOf(SHOP)?.counts?.notAvailable).toBe(1);
  });

  test('an id that AWS removed costs no other check, and does not fail the run (jantman/awslimitchecker#441)', async () => {
    const estate = anEstate();
    estate.world.faults.set(`${SHOP}/id/${KEYS.id}`, aFault('InvalidParameterValueException'));
    estate.flag(SHOP, ['vol-1']);

    expect(await estate.sweepAndTell()).toMatchObject([{ check: { id: VOLUMES.id } }]);
    expect(estate.table.standingOf(SHOP)?.counts).toMatchObject({ watched: 2, read: 1, failed: 1 });
  });

  test('one that never answered is new to the account when it does', async () => {
    const estate = anEstate();
    estate.world.results.set(`${SHOP}/${VOLUMES.id}`, { status: 'not_available', resources: [] });
    await estate.sweepAndTell();
    expect(estate.table.standingOf(SHOP)?.checks).toEqual([KEYS.id]);
    estate.later();
    estate.flag(SHOP, ['vol-1']);

    expect(await estate.sweepAndTell()).toMatchObject([{ isBaseline: true }]);
  });
});
