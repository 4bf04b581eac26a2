import { describe, expect, test } from 'vitest';
import { aFlaggedItem, aSaving } from '#test/trusted-advisor-sweep/a-flagged-item.ts';
import { aPublication, BANK, SHOP } from '#test/trusted-advisor-sweep/a-publication.ts';

const keysOf = (told: { key: string }[]) =>
  told.map(({ key }) => key).filter((key) => !key.endsWith('plans-end'));

test('each day says in a line how its readings went (aws-solutions/quota-monitor-for-aws#101)', async () => {
  const day = aPublication();
  const accounts = ['no-plan', 'no-role', 'refused', 'throttled', 'failed', 'ok', 'ok'].map((_, index) => ({
    id: `00000000000${index}`,
    tags: {},
  }));
  const states = ['no-plan', 'no-role', 'refused', 'throttled', 'failed'] as const;
  const standings = Object.fromEntries(states.map((state, index) => [`00000000000${index}`, { state }]));
  await day.publish({
    accounts,
    standings: {
      ...standings,
      '000000000006': {
        state: 'ok',
        triedAt: '2026-11-16T23:00:00.000Z',
        readAt: '2026-11-16T23:00:00.000Z',
      },
    },
    items: { '000000000005': [aFlaggedItem(), aSaving('1')] },
  });
  const line = day.told.find(({ key }) => key === 'trusted-advisor/day/2026-11-18');

  expect(line?.title).toBe('Trusted Advisor: 1 of 7 accounts read, 1 red, 1 yellow');
  expect(line?.summary).toBe(
    'Accounts: 1 read, 1 without plan, 1 without role, 1 refused, 1 throttled, 1 failed, 1 skipped. ' +
      'Checks: 3 of 3 read, 1 refreshed.',
  );
  expect(line?.part.status).toBe('resolved');
  const look = day.told.find(({ key }) => key === 'trusted-advisor/first-look');
  expect(look?.summary).toContain(
    'Not read: 000000000006, counted as on 2026-11-16. Reason: no run of the day had time for it.',
  );
});

describe('the first look', () => {
  test('tells all that is flagged, once, and waits for an account that answers', async () => {
    const day = aPublication();
    await day.publish({
      items: {},
      standings: { [SHOP]: { state: 'throttled' }, [BANK]: { state: 'throttled' } },
    });
    expect(keysOf(day.news())).toEqual(['trusted-advisor/day/2026-11-18']);

    day.nextDay();
    await day.publish({
      items: { [SHOP]: [aFlaggedItem(), aSaving('$10.10')] },
      standings: { [BANK]: { state: 'throttled' } },
    });
    const look = day.news().find(({ key }) => key === 'trusted-advisor/first-look');
    expect(look?.title).toBe('Trusted Advisor, a first look: 1 red, 1 yellow');
    expect(look?.summary).toBe(
      [
        'What is flagged already is told to nobody one by one: what changes from now on is told.',
        '',
        '• Security: 1 red, 0 yellow',
        '• Cost optimization: 0 red, 1 yellow',
        '',
        'Red, security first:',
        `• Security: Amazon S3 Bucket Permissions: till (eu-central-1), shop (${SHOP})`,
        '',
        'Most to do:',
        `• shop (${SHOP}): 1 red, 1 yellow`,
        '',
        'Trusted Advisor reckons that $10.10 a month could be saved, with 1 item.',
        '',
        `Not read: bank (${BANK}). Reason: too many requests; the next run tries again.`,
      ].join('\n'),
    );

    day.nextDay();
    await day.publish();
    expect(keysOf(day.news())).toEqual(['trusted-advisor/day/2026-11-20']);
  });
});

describe('once a week', () => {
  test('what is newly red is told, security first, with what recovered, the page and the file', async () => {
    const day = aPublication();
    const old = aFlaggedItem({ key: 'old' });
    const gone = aSaving('1.005', { key: 'gone' });
    await day.publish({ date: '2026-11-19', items: { [SHOP]: [old, gone], [BANK]: [] } });
    day.news();
    const limit = aFlaggedItem({
      check: { id: 'lN7RR0l7J9', name: 'VPCs', category: 'service_limits' },
      key: 'limit',
      firstSeen: '2026-11-24',
      item: { fields: { 'Limit Name': 'VPCs' } },
    });
    const fresh = aFlaggedItem({
      key: 'new',
      firstSeen: '2026-11-25',
      item: { fields: { 'Bucket Name': 'open' } },
    });
    const added = aFlaggedItem({ key: 'added', firstSeen: '2026-11-25', wasThere: true });
    const muted = aFlaggedItem({ key: 'muted', firstSeen: '2026-11-25', mutedBy: 'known' });
    const stale = aFlaggedItem({ key: 'stale', firstSeen: '2026-11-23' });
    await day.publish({
      date: '2026-11-30',
      items: { [SHOP]: [old, limit, muted, stale, added], [BANK]: [fresh] },
    });
    const digest = day.news().find(({ key }) => key === 'trusted-advisor/week/2026-11-30');

    expect(digest?.title).toBe('Trusted Advisor: 6 red, 0 yellow, 2 newly red');
    expect(digest?.summary.split('\n').slice(0, 6)).toEqual([
      'There is no figure of a week before.',
      'In this week 4 red or yellow items came, 1 recovered.',
      '',
      'Newly red in the last seven days, security first:',
      `• Security: Amazon S3 Bucket Permissions: open (eu-central-1), bank (${BANK})`,
      `• Service limits: VPCs: VPCs (eu-central-1), shop (${SHOP})`,
    ]);
    expect(digest?.links[0]?.url).toBe('https://files.example/exports/trusted-advisor-items/2026-11-30.html');
    expect(digest?.actions[0]?.command).toContain('advisor report --date 2026-11-30 --format csv');

    await day.publish({ date: '2026-12-01' });
    expect(keysOf(day.news())).toEqual(['trusted-advisor/day/2026-12-01']);
    await day.publish({ date: '2026-12-07' });
    const next = day.news().find(({ key }) => key === 'trusted-advisor/week/2026-12-07');
    expect(next?.summary).toContain('On 2026-11-30: 6 red, 0 yellow, $0.00 a month to save.');
    expect(next?.summary).toContain('Nothing is newly red.');
  });

  test('what an account had when it was read first is not newly red, nor did a check that is not watched recover', async () => {
    const day = aPublication();
    await day.publish({ items: { [SHOP]: [aSaving('1')] } });
    day.news();
    await day.publish({
      date: '2026-11-23',
      selection: { ...day.world.selection, categories: ['security'] },
      standings: {
        [BANK]: { state: 'ok', readAt: '2026-11-22T05:00:00.000Z', baselineAt: '2026-11-22T05:00:00.000Z' },
      },
      items: { [SHOP]: [], [BANK]: [aFlaggedItem({ firstSeen: '2026-11-22' })] },
    });
    const digest = day.news().find(({ key }) => key.includes('/week/'));

    expect(digest?.summary).toContain('Nothing is newly red.');
    expect(digest?.summary).toContain('In this week 0 red or yellow items came, 0 recovered.');
  });
});

test('however much there is to say, it fits a message', async () => {
  const day = aPublication();
  const name = 'a long name of an account '.repeat(9);
  const accounts = Array.from({ length: 300 }, (_, index) => ({
    id: String(index).padStart(12, '0'),
    name,
    tags: {},
  }));
  const items = Object.fromEntries(
    accounts.slice(0, 200).map(({ id }) => [
      id,
      [
        aFlaggedItem({
          firstSeen: '2026-11-18',
          check: { id: 'x', name: 'c'.repeat(300), category: 'security' },
        }),
      ],
    ]),
  );
  const standings = Object.fromEntries(
    accounts.slice(200).map(({ id }) => [id, { state: 'no-plan' as const }]),
  );
  await day.publish({ accounts, items, standings });

  for (const { summary } of day.told) expect(summary.length).toBeLessThanOrEqual(3000);
});
