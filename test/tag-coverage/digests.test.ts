import { describe, expect, test } from 'vitest';
import { toWeeklyDigest } from '#lambdas/tag-coverage/digest/to-weekly-digest.ts';
import { aPolicy } from '#test/tag-coverage/a-policy.ts';
import { aSummary } from '#test/tag-coverage/a-summary.ts';
import { aSweep } from '#test/tag-coverage/a-sweep.ts';
import { aSweptResource, BANK } from '#test/tag-coverage/a-swept-resource.ts';

const fine = aSweptResource();
const bare = aSweptResource({ id: 'bare', tags: {} });

test('the first look at a policy says what lacks what, where most is to do, and that nobody is told one by one', async () => {
  const sweep = aSweep();
  sweep.world.resources = [
    fine,
    bare,
    aSweptResource({ account: BANK, id: 'vault', tags: { owner: 'a', Environment: '' } }),
  ];
  await sweep.take();

  expect(sweep.told).toMatchObject([
    {
      key: 'tags/first-look/0a1b2c3d',
      source: 'tags',
      severity: 'info',
      title: 'Required tags, a first look: 33.3% of 3 resources have them all',
      links: [{ url: 'https://files.example/exports/tag-coverage/2026-11-25.html' }],
    },
  ]);
  expect(sweep.told[0]?.actions[0]?.command).toContain('tags report --violations');
  expect(sweep.told[0]?.summary).toBe(
    [
      '2 lack something. What is older than the policy is told to nobody one by one: what is new from now on is told.',
      '',
      '• Owner: 33.3% of 3 resources; 2 lack it, 1 has a key like it',
      '• Environment: 33.3% of 3 resources; 1 lacks it, 1 has it blank',
      '',
      'Most to do:',
      '• shop (111122223333): 1 of 2 resources lacks something',
      '• bank (444455556666): 1 of 1 resource lacks something',
    ].join('\n'),
  );
});

test('a first look that sees nothing says so, each day anew until there is something (SWO-GS/auto-tag#7)', async () => {
  const sweep = aSweep();
  await sweep.take();
  sweep.nextDay();
  sweep.world.resources = [fine];
  await sweep.take();

  expect(sweep.told.map(({ key, title }) => [key, title])).toEqual([
    ['tags/first-look/0a1b2c3d', 'Required tags, a first look: no resources are seen yet'],
    ['tags/first-look/0a1b2c3d', 'Required tags, a first look: 100% of 1 resource have them all'],
  ]);
});

describe('once a week', () => {
  test('coverage is told with that of a week before, and with what changed', async () => {
    const sweep = aSweep();
    sweep.world.resources = [fine, bare];
    // From a Wednesday to the Wednesday after it.
    for (let day = 0; day < 7; day += 1) {
      if (day === 2)
        sweep.world.resources = [
          fine,
          aSweptResource({ id: 'bare' }),
          aSweptResource({ id: 'new', tags: {} }),
        ];
      await sweep.take();
      sweep.nextDay();
    }
    sweep.world.resources.push(aSweptResource({ id: 'other' }));
    sweep.world.now = new Date('2026-12-07T04:50:00.000Z');
    await sweep.take();

    expect(sweep.told.map(({ key }) => key)).toEqual([
      'tags/first-look/0a1b2c3d',
      'tags/week/2026-11-30',
      'tags/week/2026-12-07',
    ]);
    expect(sweep.told[1]?.summary).toContain('There is no figure of a week before under this policy.');
    expect(sweep.told[1]?.summary).toContain(
      'In this week 1 resource began to lack something, 1 was mended or deleted.',
    );
    expect(sweep.told[2]?.title).toBe(
      'Required tags: 75.0% of 4 resources have them all, +8.3 points in a week',
    );
    expect(sweep.told[2]?.summary).toContain('On 2026-11-30: 66.7% of 3 resources.');
    expect(sweep.told[2]?.summary).toContain('• Owner: 75.0% of 4 resources (+8.3 points); 1 lacks it');
  });

  test('a sweep that was late tells it all the same, and a second one of the week does not', async () => {
    const sweep = aSweep();
    sweep.world.resources = [fine];
    for (const day of ['2026-11-26', '2026-12-02', '2026-12-03', '2026-12-06']) {
      sweep.world.now = new Date(`${day}T04:50:00.000Z`);
      await sweep.take();
    }
    expect(sweep.told.map(({ key }) => key)).toEqual(['tags/first-look/0a1b2c3d', 'tags/week/2026-11-30']);
  });

  test('another policy is not compared with', () => {
    const day = {
      date: '2026-11-16',
      version: 'other',
      resources: 9,
      compliant: 9,
      keys: {},
      opened: 5,
      mended: 5,
    };
    const summary = aSummary({
      history: [day, { ...day, date: '2026-11-23', version: aPolicy().version, opened: 1 }],
    });

    expect(toWeeklyDigest(summary, String).summary).toContain('There is no figure of a week before');
  });
});

test('however much there is to say, it fits a message', () => {
  const account = (id: number) => ({ id: String(id), name: 'a long name of an account '.repeat(9) });
  const blind = Array.from({ length: 400 }, (_, index) => ({
    account: account(index),
    region: 'eu-central-1',
    reason: index % 2 ? ('stopped' as const) : ('no-role' as const),
  }));
  const { leftOut } = aSummary();
  const tags = Array.from({ length: 50 }, (_, index) => ({
    key: `${index}`.padEnd(120, 'k'),
    purpose: 'because it must be',
    aliases: [],
    severity: 'info' as const,
  }));
  const digest = toWeeklyDigest(
    aSummary({ leftOut: { ...leftOut, blind }, policy: aPolicy({ tags }) }),
    String,
  );

  expect(digest.summary.length).toBeLessThanOrEqual(2700);
  expect(digest.summary).toContain('In this week');
});
