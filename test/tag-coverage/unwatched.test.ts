import { describe, expect, test } from 'vitest';
import { aFinding, aSweep } from '#test/tag-coverage/a-sweep.ts';
import { aSweptResource, BANK, SHOP } from '#test/tag-coverage/a-swept-resource.ts';

const here = aSweptResource({ id: 'here', tags: {} });
const abroad = aSweptResource({ id: 'abroad', region: 'eu-west-1', tags: {} });
const vault = aSweptResource({ id: 'vault', account: BANK, tags: {} });
const site = aSweptResource({ id: 'site', region: 'global', account: BANK, tags: {} });

/** A sweep the day after one that saw all of them, of which all were told. */
async function afterADay() {
  const sweep = aSweep();
  sweep.world.resources = [here, abroad, vault, site];
  await sweep.take();
  sweep.nextDay();
  sweep.world.findings = [here, abroad, vault].map((one) => aFinding(one));
  return sweep;
}
const asked = ({ rechecks }: Awaited<ReturnType<typeof afterADay>>) =>
  rechecks.map(({ id, unwatched, violates }) => [id, unwatched ?? false, violates ?? false]);

describe('what was told ends as not watched any more', () => {
  test('of an account that was closed or has left, its global resources too', async () => {
    const sweep = await afterADay();
    sweep.world.left = [BANK];
    sweep.world.findings.push(aFinding(site));
    await sweep.take();

    expect(asked(sweep)).toEqual([
      ['vault', true, false],
      ['site', true, false],
    ]);
  });

  test('of a Region that the settings do not name any more, but not what is global', async () => {
    const sweep = await afterADay();
    sweep.world.findings.push(aFinding(site));
    await sweep.take({ regions: ['eu-central-1'] });

    expect(asked(sweep)).toEqual([['abroad', true, false]]);
  });
});

test('a Region that comes back is as old as the policy, but for what was made since', async () => {
  const sweep = await afterADay();
  await sweep.take({ regions: ['eu-central-1'] });
  sweep.nextDay();
  sweep.rechecks.length = 0;
  sweep.world.findings = [];
  const young = { ...abroad, id: 'young', createdAt: '2026-11-26T20:00:00.000Z' };
  sweep.world.resources = [here, abroad, young];
  await sweep.take();

  expect(asked(sweep)).toEqual([['young', false, true]]);
});

test('an account that nobody knows to have left is watched', async () => {
  const sweep = await afterADay();
  sweep.world.accounts = sweep.world.accounts.filter(({ id }) => id === SHOP);
  await sweep.take();

  expect(sweep.rechecks).toEqual([]);
});
