import { describe, expect, test } from 'vitest';
import { ADVISOR_ACCOUNTS, ADVISOR_ITEMS } from '#lambdas/contracts/trusted-advisor/advisor-tables.ts';
import { aFlaggedItem, aLimit, aSaving } from '#test/trusted-advisor-sweep/a-flagged-item.ts';
import { aPublication, BANK, SHOP } from '#test/trusted-advisor-sweep/a-publication.ts';

describe('the table of items', () => {
  test('has a row for each flagged item, with exact savings, a limit in percent and all columns', async () => {
    const day = aPublication();
    await day.publish({
      items: {
        [SHOP]: [aSaving('$1,234.5678901'), aFlaggedItem({ mutedBy: 'known' })],
        [BANK]: [aLimit('1,999', '2,000')],
      },
    });
    const rows = await day.rows(ADVISOR_ITEMS);

    expect(rows).toMatchObject([
      {
        account_id: SHOP,
        account_name: 'shop',
        ou: '/prod',
        owner: 'merchants',
        resource: 'orders',
        monthly_savings: '1234.5678901',
        muted_by: null,
      },
      {
        check_id: 'Pfx0RwqBli',
        status: 'error',
        severity: 'error',
        muted_by: 'known',
        monthly_savings: null,
      },
      { account_id: BANK, limit_used: '1,999', limit_amount: '2,000', limit_percent: 99 },
    ]);
    expect(JSON.parse(String(rows[1]?.['details']))).toEqual({ 'Bucket Name': 'till' });
  });

  test('names in its notes who was not read and why, and counts what was read of them before', async () => {
    const day = aPublication();
    await day.publish({
      items: { [SHOP]: [aFlaggedItem()] },
      standings: {
        [SHOP]: { state: 'throttled', readAt: '2026-11-15T05:00:00.000Z' },
        [BANK]: { state: 'no-plan' },
      },
    });

    const { provenance } = JSON.parse(await day.file(ADVISOR_ITEMS, 'json')) as { provenance: object };
    expect(provenance).toMatchObject({
      source: 'AWS Trusted Advisor',
      requests: 0,
      partial: true,
      notes: [
        `Not read: bank (${BANK}). Reason: no support plan with the API of Trusted Advisor.`,
        `Not read: shop (${SHOP}), counted as on 2026-11-15. Reason: too many requests; the next run tries again.`,
      ],
    });
    expect(await day.rows(ADVISOR_ITEMS)).toMatchObject([
      { account_id: SHOP, read_at: '2026-11-15T05:00:00.000Z' },
    ]);
  });
});

test('the table of accounts has a row for each, and no zero for what was never read', async () => {
  const day = aPublication();
  await day.publish({
    items: {
      [SHOP]: [
        aFlaggedItem(),
        aSaving('0.1'),
        aSaving('$0.2'),
        aLimit('90', '100', { item: { status: 'info' } }),
      ],
    },
    standings: { [BANK]: { state: 'no-role' } },
  });

  expect(await day.rows(ADVISOR_ACCOUNTS)).toMatchObject([
    {
      account_id: SHOP,
      state: 'ok',
      red: 1,
      yellow: 2,
      info: 1,
      excluded: 2,
      refreshed: 1,
      monthly_savings: '0.3',
    },
    { account_id: BANK, state: 'no-role', read_at: null, red: null, yellow: null, monthly_savings: null },
  ]);
});

test('a day that is published twice leaves the same files and the same history', async () => {
  const day = aPublication();
  await day.publish({ items: { [SHOP]: [aFlaggedItem()], [BANK]: [] } });
  const [items, page] = [await day.file(ADVISOR_ITEMS, 'csv'), await day.file(ADVISOR_ITEMS, 'html')];
  await day.publish();

  expect(await day.file(ADVISOR_ITEMS, 'csv')).toBe(items);
  expect(await day.file(ADVISOR_ITEMS, 'html')).toBe(page);
});

test('what people wrote cannot be a formula in a spreadsheet', async () => {
  const day = aPublication();
  await day.publish({
    accounts: [{ id: SHOP, name: '=cmd()', tags: {} }],
    items: { [SHOP]: [aFlaggedItem({ item: { fields: { 'Bucket Name': '@evil' } } })] },
  });

  const csv = await day.file(ADVISOR_ITEMS, 'csv');
  expect(csv).toContain(`,'=cmd(),`);
  expect(csv).toContain(`,'@evil,`);
});
