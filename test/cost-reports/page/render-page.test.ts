import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Change, PageData } from '#lambdas/cost-reports/page/page-data.ts';
import { readPageData } from '#lambdas/cost-reports/page/read-page-data.ts';
import { renderPage } from '#lambdas/cost-reports/page/render-page.ts';
import { parseDecimal } from '#lambdas/runtime/decimal.ts';
import { aboutPage, aPage, aPageData } from '#test/cost-reports/page/a-page.ts';
import { memoryStore } from '#test/runtime/memory-store.ts';

let usual: PageData;
beforeAll(async () => {
  usual = await aPageData({ accounts: 3 });
});
const changed = (change: Partial<PageData>) => renderPage({ ...usual, ...change });
/** The tags of a page in their order; text can neither add one nor take one away. */
const tagsOf = (page: string) => [...page.matchAll(/<(\/?[a-zA-Z!]\w*)/g)].map(([, tag]) => tag);

describe('a month that is not over', () => {
  const supported = (previous: string) => {
    const { total } = usual;
    if (!total?.previous) throw new Error('The usual page compares');
    const of = (support: string) => ({ net: parseDecimal('100'), support: parseDecimal(support) });
    return { partial: true, total: { ...total, current: of('0'), previous: of(previous) } };
  };

  test('is compared without support, which AWS bills when it is over', () => {
    expect(changed(supported('40'))).toMatch(/\+\$40\.00[\s\S]{0,400}without support/);
    expect(changed(supported('0'))).not.toContain('without support');
  });

  test('does not show support as gone', () => {
    const row = {
      cells: ['AWS Support (Business)'],
      previous: { charges: 5n, credits: 0n, net: parseDecimal('50') },
    };
    const services = { ...(usual.services ?? { fetchedAt: '', hasPrevious: true }), rows: [row] };

    const moversOf = (page: string) => page.split('id="movers"')[1]?.split('<section')[0] ?? '';
    expect(moversOf(changed({ partial: true, services }))).not.toContain('AWS Support');
    expect(moversOf(changed({ partial: false, services }))).toContain('AWS Support');
  });
});

describe('the page', () => {
  test('needs no network: it names no address and no file', async () => {
    const page = await aPage({ accounts: 30 });

    expect(page.replaceAll('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
      /https?:|src=|@import|url\(|<link/,
    );
    expect(page).not.toMatch(/\bon\w+=|style="/);
  });

  test('may run its own script and no other', () => {
    const page = changed({});
    const [, policy = ''] = /Content-Security-Policy" content="([^"]+)"/.exec(page) ?? [];
    const hashOf = (tag: string) =>
      createHash('sha256')
        .update(new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(page)?.[1] ?? '')
        .digest('base64');

    expect(policy.replaceAll('&#39;', "'")).toBe(
      `default-src 'none'; style-src 'sha256-${hashOf('style')}'; script-src 'sha256-${hashOf('script')}'; base-uri 'none'; form-action 'none'`,
    );
  });

  test('shows text of strangers as text, whatever it is', () => {
    const named = (text: string): Partial<PageData> => {
      const row: Change = { cells: [text], name: text, current: { charges: 1n, credits: 0n, net: 1n } };
      const changes = { rows: [row], hasPrevious: false, fetchedAt: '' };
      return {
        services: changes,
        accounts: changes,
        regions: changes,
        splits: [{ kind: 'tag', key: text, changes }],
        drivers: [{ service: text, selector: text, driver: `x${text}`, driver_type: text, change: 1n }],
        commitments: {
          use: [{ account: text, name: text, paid: 1n, upfront: 0n, used: 0n }],
          recommendations: [{ what: text, account_name: `x${text}` }],
        },
        provenance: { ...usual.provenance, notes: [text], run: text, source: text },
      };
    };
    const expected = tagsOf(changed(named('harmless')));
    const hostile = fc.array(
      fc.constantFrom(
        '</script>',
        '<script>',
        '<!--',
        ']]>',
        '"',
        "'",
        '&',
        '<img src=x>',
        '\u202E',
        '\0',
        ' ',
      ),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(hostile, (parts) => {
        expect(tagsOf(changed(named(`x${parts.join('')}`)))).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  test('an open month is marked partial (aws-cost-explorer-report #5)', () => {
    expect(changed({})).toContain('<strong>Partial.</strong> November 2026 is not over');
    expect(changed({ month: '2026-10' })).toContain('AWS still calls these costs estimated');
    expect(changed({ month: '2026-10', partial: false })).toContain('<strong>Complete.</strong>');
    expect(changed({ partial: false, frozenAt: '2026-11-15T09:00:00Z' })).toContain(
      'Kept as final since 2026-11-15',
    );
  });

  test('says who asked what, and what it cost', () => {
    expect(changed({})).toContain('3 billed requests ($0.03); 66 billed requests ($0.66) in November 2026');
    expect(changed({})).toContain('asked 2026-11-22 09:00 UTC');
  });

  test('without costs it says that they are unknown, not $0 (slack-aws-cost-guardian)', async () => {
    const page = renderPage(await readPageData(memoryStore(), '2026-11', aboutPage()));

    expect(page).toContain('No costs of November 2026 are stored.');
    expect(page).not.toContain('$0.00</');
  });

  test('tells notes of the run, missing months and restatements before all figures of reports', () => {
    const [first, ...others] = usual.trend;
    const page = changed({
      trend: first ? [first, { month: '2026-03', partial: false }, ...others] : [],
      restatements: [{ at: '2026-12-18T09:00:00Z', difference: 'Refund -12.5' }],
      provenance: { ...usual.provenance, notes: ['ri-coverage: refused.'] },
      missing: ['Regions'],
    });
    const notes = page.slice(page.indexOf('Before you rely on this'), page.indexOf('<nav'));

    expect(notes).toContain('ri-coverage: refused.');
    expect(notes).toContain('not counted as $0: March 2026.');
    expect(notes).toContain('Not stored of November 2026: Regions.');
    expect(notes).toContain('Refund -12.5');
  });

  test('a tag that was never activated is said to be so (aws-cost-explorer-report #41)', () => {
    expect(changed({})).toContain('No cost has this tag: AWS counts a tag only from when it is activated');
  });

  test('a part of a month is not compared with a whole one', () => {
    const regions =
      changed({})
        .split('<section')
        .find((part) => part.includes('Costs by Region')) ?? '';

    expect(regions).toContain('November 2026 so far');
    expect(regions).toContain('Net, all of October 2026');
    expect(regions).not.toContain('>Change<');
  });

  test('prints the difference of a report that lost a line (boto3 #2140)', () => {
    const services = usual.services && {
      ...usual.services,
      rows: usual.services.rows.filter(({ cells }) => cells[0] !== 'AWS Support (Business)'),
    };
    const lost =
      usual.services?.rows.find(({ cells }) => cells[0] === 'AWS Support (Business)')?.current?.net ?? 0n;
    const page = changed({ ...(services && { services }) });

    expect(lost).toBeGreaterThan(parseDecimal('1'));
    expect(page.slice(page.indexOf('id="reconciliation"'))).toMatch(
      /Services<\/th><td[^>]*>[^<]*<\/td><td class="n">-\$\d/,
    );
  });

  test('says new and gone, and a change in percent only of something that was there', () => {
    const sum = { charges: 10n ** 11n, credits: 0n, net: 10n ** 11n };
    const rows: Change[] = [
      { cells: ['a'], current: sum },
      { cells: ['b'], previous: sum },
    ];
    const page = changed({ services: { rows, days: 21, hasPrevious: true, fetchedAt: '' } });

    expect(page).toContain('+$10.00 (new)');
    expect(page).toContain('-$10.00 (gone)');
  });

  test('long tables show their first rows, the others fold', async () => {
    const page = await aPage({ accounts: 60, month: '2026-10', daily: false });

    expect(page).toContain('the first 20 of 60');
    expect(page).toContain('<summary>All 60 accounts</summary>');
    expect(page).toContain('The other 40 accounts are in the CSV export of this report.');
  });

  test('says whose commitment serves whom', () => {
    expect(changed({})).toContain('2 accounts pay for Savings Plans and reservations, 2 accounts use them.');
  });
});
