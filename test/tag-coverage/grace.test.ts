import { describe, expect, test } from 'vitest';
import type { SweptResource } from '#lambdas/tag-coverage/read/swept-resource.ts';
import { aPolicy, BUCKET, QUEUE } from '#test/tag-coverage/a-policy.ts';
import { aSweep, RECORDS_ALL } from '#test/tag-coverage/a-sweep.ts';
import { aSweptResource, BANK, SHOP } from '#test/tag-coverage/a-swept-resource.ts';

const fine = aSweptResource();
const old = aSweptResource({ id: 'old', tags: {} });
const bare = aSweptResource({ id: 'bare', tags: {} });
/** The first sweep is at 04:50 of the 25th. */
const YOUNG = '2026-11-25T10:00:00.000Z';
const patient = aPolicy({ graceDays: 3 });

/** Sweeps that saw `old` on the first day, and `bare` since the second. */
async function waiting() {
  const sweep = aSweep();
  Object.assign(sweep.world, { policy: patient, resources: [fine, old] });
  await sweep.take();
  sweep.nextDay();
  sweep.world.resources = [fine, old, bare];
  await sweep.take();
  sweep.nextDay();
  return sweep;
}
async function sweepDays(sweep: ReturnType<typeof aSweep>, days: number) {
  for (let day = 0; day < days; day += 1) {
    await sweep.take();
    sweep.nextDay();
  }
  return sweep.rechecks.map(({ id, at }) => [id, at.slice(0, 10)]);
}

describe('a policy that changes', () => {
  test('forgives nothing that waits in its grace: it is told on its day, and once', async () => {
    const sweep = await waiting();
    sweep.world.policy = { ...patient, version: 'ffffffff' };

    expect(await sweepDays(sweep, 5)).toEqual([['bare', '2026-11-29']]);
  });

  test('twice, or while nothing can be seen, forgives nothing either', async () => {
    const sweep = await waiting();
    sweep.world.policy = { ...patient, version: 'ffffffff' };
    sweep.world.recorders = { [`${SHOP}/eu-central-1`]: [] };
    await sweepDays(sweep, 1);
    sweep.world.policy = { ...patient, version: 'eeeeeeee' };
    sweep.world.recorders = {};

    expect(await sweepDays(sweep, 4)).toEqual([['bare', '2026-11-29']]);
  });

  test('and grants less time tells what has waited as long', async () => {
    const sweep = await waiting();
    sweep.world.policy = aPolicy({ graceDays: 1, version: 'ffffffff' });

    expect(await sweepDays(sweep, 2)).toEqual([['bare', '2026-11-27']]);
  });

  test('counts nothing as begun or ended on the day', async () => {
    const sweep = await waiting();
    sweep.world.policy = { ...patient, version: 'ffffffff' };

    expect(await sweep.take()).toMatchObject({ opened: 0, mended: 0, rechecks: 0 });
  });
});

describe('what is seen for the first time and was made since the policy is', () => {
  const NO_QUEUES = { ...RECORDS_ALL, records: { all: true, only: [], except: [QUEUE], iam: false } };

  /** A sweep that has seen buckets of one account, and now sees more. */
  async function nowSees(graceDays: number, ...more: SweptResource[]) {
    const sweep = aSweep();
    Object.assign(sweep.world, { policy: aPolicy({ graceDays }), resources: [fine] });
    sweep.world.recorders = { [`${SHOP}/eu-central-1`]: [NO_QUEUES] };
    await sweep.take();
    sweep.nextDay();
    sweep.world.recorders = {};
    sweep.world.resources = [fine, ...more];
    return sweep;
  }

  test.each([
    ['of an account and Region', aSweptResource({ account: BANK, type: BUCKET, id: 'new', tags: {} })],
    ['of a type', aSweptResource({ type: QUEUE, id: 'new', tags: {} })],
  ])('told, %s', async (_, one) => {
    const sweep = await nowSees(0, { ...one, createdAt: YOUNG });
    expect(await sweepDays(sweep, 2)).toEqual([['new', '2026-11-26']]);

    for (const createdAt of [one.createdAt, undefined])
      expect(await sweepDays(await nowSees(0, { ...one, createdAt }), 2)).toEqual([]);
  });

  test('told when its grace is over', async () => {
    const vault = aSweptResource({ account: BANK, id: 'new', tags: {}, createdAt: YOUNG });

    expect(await sweepDays(await nowSees(2, vault), 4)).toEqual([['new', '2026-11-28']]);
  });

  test('counted from the first sweep of the policy, not from the last', async () => {
    const sweep = await nowSees(0);
    await sweepDays(sweep, 5);
    sweep.world.resources = [fine, aSweptResource({ account: BANK, id: 'new', tags: {}, createdAt: YOUNG })];

    expect(await sweepDays(sweep, 1)).toEqual([['new', '2026-12-01']]);
  });
});
