import { describe, expect, test } from 'vitest';
import type { SweptResource } from '#lambdas/tag-coverage/read/swept-resource.ts';
import { aPolicy, QUEUE } from '#test/tag-coverage/a-policy.ts';
import { aFinding, aSweep, RECORDS_ALL } from '#test/tag-coverage/a-sweep.ts';
import { aSweptResource, BANK, SHOP } from '#test/tag-coverage/a-swept-resource.ts';

const fine = aSweptResource();
const bare = aSweptResource({ id: 'bare', tags: {} });
const half = aSweptResource({ id: 'bare', tags: { Owner: 'shop' } });
const late = aSweptResource({ id: 'late', tags: {} });
const OFF = { ...RECORDS_ALL, isRecording: false };
const HERE = `${SHOP}/eu-central-1`;

/** A sweep that has seen some resources the day before. */
async function afterADay(resources: SweptResource[], policy = aPolicy()) {
  const sweep = aSweep();
  Object.assign(sweep.world, { resources, policy });
  await sweep.take();
  sweep.nextDay();
  return sweep;
}
const ids = ({ rechecks }: { rechecks: { id: string }[] }) => rechecks.map(({ id }) => id);

describe('what violates', () => {
  test('when a policy is new is told by one digest, and not one by one', async () => {
    const sweep = await afterADay([fine, bare, late]);

    expect(sweep.rechecks).toEqual([]);
    expect(sweep.told.map(({ key }) => key)).toEqual(['tags/first-look/0a1b2c3d']);
  });

  test('anew is looked at by required-tags, once', async () => {
    const sweep = await afterADay([fine, bare]);
    sweep.world.resources = [fine, bare, late];
    expect(await sweep.take()).toMatchObject({ opened: 1, mended: 0, rechecks: 1 });

    expect(sweep.rechecks).toEqual([
      {
        kind: 'recheck',
        violates: true,
        account: SHOP,
        region: 'eu-central-1',
        type: late.type,
        id: 'late',
        at: '2026-11-26T04:50:00.000Z',
      },
    ]);
    sweep.nextDay();
    expect(await sweep.take()).toMatchObject({ opened: 0, mended: 0, rechecks: 0 });
  });

  test('otherwise than before is looked at; the same once more, or another wrong value, is not', async () => {
    const moon = aSweptResource({ id: 'moon', tags: { Owner: 'a', Environment: 'moon' } });
    const sweep = await afterADay([bare, moon]);
    sweep.world.resources = [half, { ...moon, tags: { Owner: 'a', Environment: 'mars' } }];

    expect(await sweep.take()).toMatchObject({ opened: 0, mended: 0, rechecks: 1 });
    expect(ids(sweep)).toEqual(['bare']);
  });

  test('under another policy is a first look again', async () => {
    const sweep = await afterADay([bare]);
    sweep.world.policy = aPolicy({ version: 'ffffffff' });
    sweep.world.resources = [bare, late];
    await sweep.take();

    expect(sweep.rechecks).toEqual([]);
    expect(sweep.told.at(-1)?.key).toBe('tags/first-look/ffffffff');
  });

  test('in an account and Region that was not seen before is as old as the policy', async () => {
    const sweep = await afterADay([fine]);
    const abroad = aSweptResource({ account: BANK, id: 'vault', tags: {} });
    sweep.world.resources = [fine, abroad];
    await sweep.take();
    expect(sweep.rechecks).toEqual([]);

    sweep.nextDay();
    sweep.world.resources.push({ ...abroad, id: 'second' });
    await sweep.take();
    expect(ids(sweep)).toEqual(['second']);
  });

  test('of a type that was not recorded before is as old as the policy, too', async () => {
    const sweep = aSweep();
    sweep.world.resources = [fine];
    sweep.world.recorders = {
      [HERE]: [{ ...RECORDS_ALL, records: { all: true, only: [], except: [QUEUE], iam: false } }],
    };
    await sweep.take();
    sweep.nextDay();
    sweep.world.recorders = {};
    sweep.world.resources = [fine, aSweptResource({ type: QUEUE, id: 'inbox', tags: {} }), late];
    await sweep.take();

    expect(ids(sweep)).toEqual(['late']);
  });

  test('for as long as the policy grants is told to nobody, and then once', async () => {
    const sweep = await afterADay([fine], aPolicy({ graceDays: 3 }));
    sweep.world.resources = [fine, bare];
    for (const resource of [bare, bare, half, half, half]) {
      sweep.world.resources = [fine, resource];
      await sweep.take();
      sweep.nextDay();
    }
    expect(sweep.rechecks.map(({ id, at }) => [id, at.slice(0, 10)])).toEqual([['bare', '2026-11-29']]);
  });
});

describe('what was told', () => {
  test('and no longer violates, or is gone, is looked at; what still does or is over is not', async () => {
    const sweep = await afterADay([bare]);
    const gone = aSweptResource({ id: 'gone' });
    sweep.world.resources = [fine, bare];
    sweep.world.findings = [aFinding(fine), aFinding(gone), aFinding(bare)];
    await sweep.take();

    expect(ids(sweep).sort()).toEqual(['cart', 'gone']);
  });

  test('where nothing can be seen does not look mended, nor as new when it is seen again', async () => {
    const sweep = await afterADay([fine, bare]);
    sweep.world.recorders = { [HERE]: [OFF] };
    sweep.world.resources = [];
    sweep.world.findings = [aFinding(bare)];
    expect(await sweep.take()).toMatchObject({ opened: 0, mended: 0, rechecks: 0 });

    sweep.nextDay();
    sweep.world.recorders = {};
    sweep.world.resources = [fine, bare];
    expect(await sweep.take()).toMatchObject({ opened: 0, mended: 0, rechecks: 0 });
  });

  test('of a type that is not recorded any more does not look mended either', async () => {
    const inbox = aSweptResource({ type: QUEUE, id: 'inbox', tags: {} });
    const sweep = await afterADay([fine, inbox]);
    sweep.world.recorders = {
      [HERE]: [{ ...RECORDS_ALL, records: { all: true, only: [], except: [QUEUE], iam: false } }],
    };
    sweep.world.resources = [fine];
    sweep.world.findings = [aFinding(inbox)];

    expect(await sweep.take()).toMatchObject({ mended: 0, rechecks: 0 });
  });

  test('where the aggregator gathers nothing does not look mended', async () => {
    const sweep = await afterADay([bare]);
    sweep.world.resources = [];
    sweep.world.sources = [];
    sweep.world.findings = [aFinding(bare)];
    await sweep.take();
    expect(sweep.rechecks).toEqual([]);

    sweep.world.sources = [{ account: SHOP, region: 'eu-central-1', status: 'SUCCEEDED' }];
    await sweep.take();
    expect(ids(sweep)).toEqual(['bare']);
  });

  test('of whom the policy is no longer meant for is looked at, to be closed', async () => {
    const sweep = await afterADay([bare]);
    sweep.world.policy = aPolicy({ accounts: [BANK] });
    sweep.world.findings = [aFinding(bare)];
    await sweep.take();

    expect(ids(sweep)).toEqual(['bare']);
  });
});

test.each(['recheck', 'observe'] as const)('a crash of %s repeats, and loses nothing', async (port) => {
  const sweep = await afterADay([fine], aPolicy());
  sweep.nextDay(5);
  sweep.world.resources = [fine, bare];
  const crash = () => Promise.reject(new Error('crash'));
  await expect(sweep.take({ [port]: crash })).rejects.toThrow('crash');
  sweep.rechecks.length = 0;
  sweep.told.length = 0;
  await sweep.take();

  expect(ids(sweep)).toEqual(['bare']);
  expect(sweep.told.map(({ key }) => key)).toEqual(['tags/week/2026-11-30']);
});
