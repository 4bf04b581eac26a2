import { describe, expect, test } from 'vitest';
import { contentHash } from '#lambdas/alert-desk/merge-part.ts';
import { Observation } from '#lambdas/contracts/observation.ts';
import { aPublication, BANK, SHOP } from '#test/trusted-advisor-sweep/a-publication.ts';

type Publication = ReturnType<typeof aPublication>;
const ofKey = (day: Publication, word: string) =>
  day.news().filter(({ key }) => key === `trusted-advisor/${word}`);
/** What the desk goes by to know a repeat. */
const versionOf = (observation: Observation | undefined) =>
  observation && [contentHash(observation), observation.part.orderedBy];

describe('accounts that are silent', () => {
  test('are named in one alert with the reason and the way out, and the rest goes on', async () => {
    const day = aPublication();
    await day.publish({ standings: { [BANK]: { state: 'no-plan' } } });
    const [alert, ...others] = ofKey(day, 'silent');

    expect(others).toEqual([]);
    expect(alert).toMatchObject({
      severity: 'warning',
      title: 'Trusted Advisor is silent in 1 account',
      part: { status: 'open', resources: [{ id: BANK, status: 'WITHOUT PLAN' }] },
    });
    expect(alert?.summary).toMatch(new RegExp(`^bank \\(${BANK}\\): no support plan .* Business Support\\+`));
  });

  test('are not told again while they are the same, then by who came and who went', async () => {
    const day = aPublication();
    const silent = async (standings: Publication['world']['standings']) => {
      day.nextDay();
      await day.publish({ standings });
      return ofKey(day, 'silent')[0];
    };
    const first = await silent({ [BANK]: { state: 'no-plan' } });
    const same = await silent({ [BANK]: { state: 'no-plan' } });
    expect(versionOf(same)).toEqual(versionOf(first));

    const more = await silent({ [BANK]: { state: 'no-plan' }, [SHOP]: { state: 'no-role' } });
    expect(more?.entry).toBe(`Silent: shop (${SHOP}) without role.`);
    const back = await silent({ [SHOP]: { state: 'no-role' } });
    expect(back?.entry).toBe(`No longer silent: bank (${BANK}).`);
    const other = await silent({ [SHOP]: { state: 'no-plan' } });
    expect(other?.entry).toBe(`Silent: shop (${SHOP}) without plan.`);
    const busy = await silent({ [SHOP]: { state: 'throttled' } });
    expect(versionOf(busy)).toEqual(versionOf(other));
    const none = await silent({});
    expect(none).toMatchObject({ part: { status: 'resolved' }, entry: `No longer silent: shop (${SHOP}).` });

    // As at first, and yet news: the desk would drop a content that it has seen, were it not newer.
    const again = await silent({ [BANK]: { state: 'no-plan' } });
    expect(contentHash(again as Observation)).toBe(contentHash(first as Observation));
    expect(again?.part.orderedBy).not.toEqual(first?.part.orderedBy);
  });

  test.each([
    ['throttled', '2026-01-01', 0],
    ['failed', '2026-11-17', 0],
    ['failed', '2026-11-15', 1],
    ['refused', '2026-11-18', 1],
    ['no-role', '2026-11-18', 1],
  ] as const)('%s since %s is told in %d alerts', async (state, since, count) => {
    const day = aPublication();
    await day.publish({ standings: { [BANK]: { state, since: `${since}T05:00:00.000Z` } } });

    expect(ofKey(day, 'silent')).toHaveLength(count);
  });

  test('of a thousand fit messages, each of which the desk can read', async () => {
    const day = aPublication();
    const accounts = Array.from({ length: 1000 }, (_, index) => ({
      id: String(index).padStart(12, '0'),
      tags: {},
    }));
    await day.publish({
      accounts,
      standings: Object.fromEntries(accounts.map(({ id }) => [id, { state: 'no-role' as const }])),
    });
    const pages = ofKey(day, 'silent');

    expect(pages.flatMap(({ part }) => part.resources)).toHaveLength(1000);
    for (const page of pages) {
      expect(Observation.safeParse(page).success).toBe(true);
      expect(JSON.stringify(page).length).toBeLessThan(100_000);
    }
  });
});

describe('the end of support plans', () => {
  test('is told with the accounts that answer, and ends and reminds by itself', async () => {
    const day = aPublication();
    await day.publish({ standings: { [BANK]: { state: 'no-plan' } } });
    const [alert] = ofKey(day, 'plans-end');

    expect(alert).toMatchObject({
      severity: 'warning',
      deadline: '2027-01-01T00:00:00.000Z',
      resolvesAt: '2027-01-01T00:00:00.000Z',
      remindAt: ['2026-12-02T00:00:00.000Z', '2026-12-25T00:00:00.000Z'],
      part: { status: 'open' },
    });
    expect(alert?.summary).toContain('1 account answers today.');
  });

  test('says the same until another account answers, which is no news by itself', async () => {
    const day = aPublication();
    await day.publish();
    const [first] = ofKey(day, 'plans-end');
    day.nextDay();
    await day.publish({ standings: { [BANK]: { state: 'throttled', readAt: '2026-11-18T05:00:00.000Z' } } });
    expect(versionOf(ofKey(day, 'plans-end')[0])).toEqual(versionOf(first));

    day.nextDay();
    await day.publish({ standings: { [BANK]: { state: 'no-plan' } } });
    const [changed] = ofKey(day, 'plans-end');
    expect(changed?.part.orderedBy).not.toEqual(first?.part.orderedBy);
    expect(changed?.entry).toBe('');
  });

  test.each([
    ['2026-12-31', 'us-east-1', 1],
    ['2027-01-01', 'us-east-1', 0],
    ['2026-12-01', 'us-gov-west-1', 0],
    ['2026-12-01', 'cn-north-1', 0],
  ])('on %s in the partition of %s: %d alerts', async (date, globalRegion, count) => {
    const day = aPublication();
    await day.publish({ date, globalRegion });

    expect(ofKey(day, 'plans-end')).toHaveLength(count);
  });

  test('is told to nobody whose accounts do not answer anyway', async () => {
    const day = aPublication();
    await day.publish({ standings: { [SHOP]: { state: 'no-plan' }, [BANK]: { state: 'no-role' } } });

    expect(ofKey(day, 'plans-end')).toEqual([]);
  });
});
