import { describe, expect, test } from 'vitest';
import { aFault, anEstate, BANK, KEYS, LAB, SHOP, VOLUMES } from '#test/trusted-advisor-sweep/an-estate.ts';

const tags = {};

describe('accounts', () => {
  test('are tried once a day, and the rest is left to the next hour when time runs out', async () => {
    const estate = anEstate();
    estate.world.accounts = [SHOP, BANK, LAB].map((id) => ({ id, tags }));
    // To discover the checks, for one account, and no more.
    let times = 2;
    estate.world.hasTime = () => (times -= 1) >= 0;
    expect(await estate.sweep()).toMatchObject({ accounts: { ok: 1 }, notBegun: 2, published: false });
    estate.world.hasTime = () => true;
    estate.later(1);
    expect(await estate.sweep()).toMatchObject({ accounts: { ok: 2 }, notBegun: 0, published: true });
    estate.calls.length = 0;
    estate.later(1);

    expect(await estate.sweep()).toMatchObject({ accounts: { ok: 0 }, messages: 0, published: false });
    expect(estate.calls).toEqual([]);
  });

  test('are read ten side by side, and one that takes long holds up none', async () => {
    const estate = anEstate();
    estate.world.accounts = Array.from({ length: 30 }, (_, index) => ({ id: `${100 + index}`, tags }));
    let [now, most] = [0, 0];
    const slow = estate.table.ofSweep;
    const items = {
      ...slow,
      async rowsOf(account: string) {
        now += 1;
        most = Math.max(most, now);
        for (let turn = 0; turn < (account === '100' ? 200 : 3); turn += 1) await Promise.resolve();
        now -= 1;
        return slow.rowsOf(account);
      },
    };
    await estate.sweep({ items });

    expect(most).toBe(10);
  });

  test('that left have their items ended, once; nobody leaves while the directory is empty', async () => {
    const estate = anEstate();
    estate.flag(BANK, ['vol-1', 'vol-2']);
    await estate.sweepAndTell();
    estate.world.accounts = [{ id: SHOP, tags }];
    estate.world.isByDirectory = false;
    estate.later(1);
    expect(await estate.sweepAndTell()).toEqual([]);
    estate.world.isByDirectory = true;
    estate.later(1);

    expect(await estate.sweepAndTell()).toMatchObject([
      { account: BANK, ended: [{ ending: 'left' }, { ending: 'left' }] },
    ]);
    expect(estate.table.rowsOf(BANK).map(({ state }) => state)).toEqual(['over', 'over']);
    estate.later(1);
    expect(await estate.sweep()).toMatchObject({ left: 0, messages: 0 });
    const state = Buffer.from(estate.store.files.get('state/trusted-advisor-sweep/sweep.json') ?? []);
    expect(JSON.parse(state.toString())).toMatchObject({ accounts: [SHOP] });
  });

  test('that left and could not be ended are ended in the next hour', async () => {
    const estate = anEstate();
    estate.flag(BANK, ['vol-1']);
    await estate.sweepAndTell();
    estate.world.accounts = [{ id: SHOP, tags }];
    estate.later(1);
    const tell = async () => {
      throw aFault('QueueDoesNotExist');
    };
    await expect(estate.sweep({ tell })).rejects.toBeInstanceOf(AggregateError);
    estate.later(1);

    expect(await estate.sweepAndTell()).toMatchObject([{ account: BANK, ended: [{ ending: 'left' }] }]);
  });

  test('whose news could not be sent have no beginning yet: the next hour sends them as what was there', async () => {
    const estate = anEstate();
    estate.flag(SHOP, ['vol-1']);
    const tell = async () => {
      throw aFault('ServiceUnavailable');
    };
    await expect(estate.sweep({ tell })).rejects.toBeInstanceOf(AggregateError);
    expect(estate.table.standingOf(SHOP)?.baselineAt).toBeUndefined();
    estate.later(1);

    expect(await estate.sweepAndTell()).toMatchObject([{ account: SHOP, isBaseline: true }]);
    estate.later();
    await estate.sweep();
    expect(estate.table.standingOf(SHOP)?.baselineAt).toBe('2026-11-23T06:10:00.000Z');
  });
});

describe('reports', () => {
  test('are made once a day, when the last account was tried, of what is known then', async () => {
    const estate = anEstate();
    estate.flag(SHOP, ['vol-1', 'vol-2 excluded']);
    await estate.sweep();
    for (let hour = 0; hour < 47; hour += 1) {
      estate.later(1);
      await estate.sweep();
    }

    expect(estate.days.map(({ at }) => at.toISOString())).toEqual([
      '2026-11-23T05:10:00.000Z',
      '2026-11-24T05:10:00.000Z',
    ]);
    expect(estate.days[0]).toMatchObject({
      date: '2026-11-23',
      checks: [{ id: VOLUMES.id, source: 'ta_check' }, { id: KEYS.id }],
      accounts: [
        { account: { id: SHOP }, standing: { state: 'ok', counts: { items: 1, excluded: 1 } } },
        { account: { id: BANK }, standing: { counts: { items: 0 } } },
      ],
    });
    expect((await estate.days[0]?.readSnapshot(SHOP))?.items).toHaveLength(1);
  });

  test('that could not be made are made in the next hour', async () => {
    const estate = anEstate();
    const publish = async () => {
      throw aFault('SlowDown');
    };
    await expect(estate.sweep({ publish })).rejects.toBeInstanceOf(AggregateError);
    estate.later(1);
    await estate.sweep();

    expect(estate.days).toHaveLength(1);
  });

  test('wait for no account that fails hour after hour', async () => {
    const estate = anEstate();
    estate.world.faults.set(SHOP, aFault('TypeError'));
    for (let hour = 0; hour < 26; hour += 1) {
      await estate.sweep().catch(() => {});
      estate.later(1);
    }

    expect(estate.days.map(({ date }) => date)).toEqual(['2026-11-23', '2026-11-24']);
    expect(estate.days[1]?.accounts).toMatchObject([{ standing: { state: 'failed' } }, {}]);
  });

  test('say since when an item is there', async () => {
    const estate = anEstate();
    estate.flag(SHOP, ['vol-1']);
    await estate.sweep();
    estate.later();
    estate.flag(SHOP, ['vol-1', 'vol-2']);
    await estate.sweep();

    const items = (await estate.snapshotOf(SHOP))?.items ?? [];
    expect(items.map(({ item, firstSeen }) => [item.apiId, firstSeen])).toEqual([
      ['opaque-vol-1', '2026-11-23'],
      ['opaque-vol-2', '2026-11-24'],
    ]);
  });
});

describe('checks', () => {
  test('are learnt from the first account that answers, and once a run', async () => {
    const estate = anEstate();
    estate.world.faults.set(SHOP, aFault('SubscriptionRequiredException'));
    await estate.sweep();

    expect(estate.callsOf('checks')).toEqual([`${BANK}/checks`]);
    expect(estate.table.known()).toMatchObject([{ id: VOLUMES.id, name: VOLUMES.name }, { id: KEYS.id }]);
  });

  test('keep the names that they had before, and who makes them, where nobody may ask', async () => {
    const estate = anEstate();
    await estate.sweep();
    estate.later();
    estate.world.offered = [{ ...VOLUMES, name: 'Volumes that nobody saves' }, KEYS];
    estate.world.sources = aFault('AccessDeniedException');
    await estate.sweep();

    expect(estate.table.known()).toMatchObject([
      { name: 'Volumes that nobody saves', source: 'ta_check', formerNames: [VOLUMES.name] },
      { id: KEYS.id },
    ]);
    estate.later();
    estate.world.offered = [VOLUMES, KEYS];
    await estate.sweep();
    expect(estate.table.known()).toMatchObject([
      { name: VOLUMES.name, formerNames: ['Volumes that nobody saves'] },
      {},
    ]);
  });

  test('that were known by a name alone go on under their id, and people see that they do', async () => {
    const estate = anEstate();
    estate.world.offered = [KEYS];
    await estate.sweepAndTell();
    estate.later();
    await estate.handle([
      {
        'detail-type': 'Trusted Advisor Check Item Refresh Notification',
        account: SHOP,
        time: '2026-11-24T05:00:00.000Z',
        detail: {
          'check-name': VOLUMES.name,
          'check-item-detail': { Region: 'eu-west-1', 'Volume ID': 'vol-1', Reason: 'No snapshot' },
          status: 'ERROR',
          resource_id: `arn:aws:ec2:eu-west-1:${SHOP}:volume/vol-1`,
        },
      },
    ]);
    expect(estate.observed).toHaveLength(1);
    estate.world.offered = [VOLUMES, KEYS];
    estate.flag(SHOP, ['vol-1']);

    expect(await estate.sweepAndTell()).toMatchObject([
      { check: { id: VOLUMES.id }, seen: [{ apiId: 'opaque-vol-1' }] },
      { check: { name: VOLUMES.name }, ended: [{ ending: 'renamed' }] },
    ]);
    expect(estate.observed.slice(1).map(({ part }) => part.status)).toEqual(
      expect.arrayContaining(['open', 'resolved']),
    );
    estate.later();
    expect(await estate.sweepAndTell()).toEqual([]);
  });
});
