import { describe, expect, test } from 'vitest';
import { SUPPORT_ACCOUNTS, SUPPORT_CASES } from '#lambdas/contracts/support/support-tables.ts';
import { aPublication, aReadAccount, NOW } from '#test/support-cases/measure/a-publication.ts';
import { aCase, afterHours, RESOLVED, WAITING } from '#test/support-cases/tell/a-case.ts';

const [SHOP, BANK] = ['111122223333', '444455556666'] as const;
const SECRET = 'The subject of nobody but its readers';

describe('the table of cases', () => {
  test('has a row for each, with its number as text, and not a word of what it is about', async () => {
    const cases = [
      aCase({ account: SHOP, displayId: '000962049400621', subject: SECRET, ...WAITING, waitedMs: 60_000 }),
      aCase({ account: SHOP, displayId: '2', withheld: 'security', isBaseline: true, ...RESOLVED }),
    ];
    const day = await aPublication([aReadAccount(SHOP, cases)]);

    expect(day.rows(SUPPORT_CASES)).toMatchObject([
      {
        snapshot_date: '2026-11-23',
        account_id: SHOP,
        case_id: '000962049400621',
        first_answer: 'overdue',
        first_answer_minutes: null,
        first_answer_target_minutes: 240,
        waiting_since: WAITING.waitingSince,
        waited_minutes: (NOW.getTime() - Date.parse(WAITING.waitingSince)) / 60_000 + 1,
        withheld: false,
      },
      { case_id: '2', waited_minutes: null, withheld: true, resolved_at: RESOLVED.resolvedAt },
    ]);
    expect(day.file(SUPPORT_CASES, 'csv')).toContain(',000962049400621,');
    for (const file of day.store.files.values()) expect(Buffer.from(file).toString()).not.toContain(SECRET);
  });
});

describe('the table of accounts', () => {
  test('names those that were not read with their reason: they have no counts, rather than 0 (aws-samples/sample-support-case-insights-with-amazon-bedrock)', async () => {
    const never = { account: { id: '777788889999', tags: {} }, reading: undefined, cases: [] };
    const { openReadAt: _never, ...reading } = { ...aReadAccount(BANK).reading, state: 'no-plan' as const };
    const day = await aPublication([
      aReadAccount(SHOP, [aCase({ account: SHOP })]),
      { ...aReadAccount(BANK), reading: reading as never },
      never,
    ]);

    expect(day.rows(SUPPORT_ACCOUNTS)).toMatchObject([
      { account_id: SHOP, state: 'ok', cases: 1, open: 1, waiting: 0, changes_by_event: 1 },
      { account_id: BANK, state: 'no-plan', cases: null, waited_minutes: null },
      { account_id: '777788889999', state: 'not-tried', since: null, cases: null },
    ]);
    const { provenance } = JSON.parse(day.file(SUPPORT_ACCOUNTS, 'json')) as { provenance: object };
    expect(provenance).toMatchObject({
      partial: true,
      notes: [
        `Not read: team-${BANK} (${BANK}). Reason: no support plan with the Support API.`,
        'Not read: 777788889999. Reason: no run has had time for it yet.',
      ],
    });
  });

  test('still counts what was read before, of one that is not read any more', async () => {
    const day = await aPublication([
      aReadAccount(SHOP, [aCase({ account: SHOP })], { state: 'no-role', since: '2026-11-22T00:00:00.000Z' }),
    ]);

    expect(day.rows(SUPPORT_ACCOUNTS)).toMatchObject([{ state: 'no-role', cases: 1 }]);
    expect(day.file(SUPPORT_CASES, 'html')).toContain('as on 2026-11-23');
  });
});

test('the page names first what has waited longest for us', async () => {
  const cases = [3, 40, 9].map((hours) =>
    aCase({ account: SHOP, displayId: `case-${hours}`, ...WAITING, waitingSince: afterHours(-hours) }),
  );
  const page = (await aPublication([aReadAccount(SHOP, cases)])).file(SUPPORT_CASES, 'html');
  const named = [...page.matchAll(/>(case-\d+)<\/a>/g)].map(([, id]) => id);

  expect(named).toEqual(['case-40', 'case-9', 'case-3']);
});

test('the page says that nothing was read rather than that nothing is open', async () => {
  const never = { account: { id: SHOP, tags: {} }, reading: undefined, cases: [] };
  const none = await aPublication([never]);
  const empty = await aPublication([aReadAccount(SHOP)]);

  expect(none.file(SUPPORT_CASES, 'html')).toContain('This does not mean that there is no case.');
  expect(empty.file(SUPPORT_CASES, 'html')).toContain('No case waits for us.');
  expect(empty.file(SUPPORT_CASES, 'html')).not.toContain('This does not mean');
});
