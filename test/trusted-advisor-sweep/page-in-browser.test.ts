import { describe, expect, test } from 'vitest';
import { ADVISOR_ITEMS } from '#lambdas/contracts/trusted-advisor/advisor-tables.ts';
import { CAN_BROWSE } from '#test/browser/a-browser.ts';
import { axeViolations } from '#test/browser/axe-violations.ts';
import { pagesInBrowser } from '#test/browser/pages-in-browser.ts';
import { aFlaggedItem, aLimit, aSaving } from '#test/trusted-advisor-sweep/a-flagged-item.ts';
import { aPublication } from '#test/trusted-advisor-sweep/a-publication.ts';

if (!CAN_BROWSE)
  process.stdout.write(
    'skipped: the page of Trusted Advisor in a browser, for there is no Chromium (set CHROMIUM)\n',
  );

const HOSTILE = '</script><script>window.hacked = 1</script><img src=x onerror="window.hacked = 1">';
type Page = { accounts: number; days: number; text?: string };
const PAGES: Record<string, Page> = {
  usual: { accounts: 14, days: 9 },
  first: { accounts: 1, days: 1 },
  empty: { accounts: 0, days: 1 },
  hostile: { accounts: 4, days: 2, text: HOSTILE },
  long: { accounts: 4, days: 2, text: 'W'.repeat(300) },
  large: { accounts: 3_000, days: 1 },
};

async function htmlOf({ accounts: count, days, text }: Page): Promise<string> {
  const day = aPublication();
  const accounts = Array.from({ length: count }, (_, index) => ({
    id: String(index).padStart(12, '0'),
    name: text ?? `team-${index}`,
    tags: {},
  }));
  const check = { id: text ?? 'x', name: text ?? 'Open ports', category: text ?? 'security' };
  const items = Object.fromEntries(
    accounts.slice(0, Math.ceil(count * 0.8)).map(({ id }, index) => [
      id,
      [
        aFlaggedItem({
          check,
          item: { region: text ?? 'eu-central-1', fields: { 'Bucket Name': text ?? `files-${id}` } },
        }),
        aLimit(String(80 + index * 3), '100', text ? { item: { region: text } } : {}),
        aSaving(`$${index * 7}.25`, text ? { check } : {}),
      ],
    ]),
  );
  const standings = Object.fromEntries(
    accounts.slice(Math.ceil(count * 0.8)).map(({ id }) => [id, { state: 'no-plan' as const }]),
  );
  for (let number = 0; number < days; number += 1) {
    await day.publish({ accounts, items, standings, date: `2026-11-${10 + number}` });
  }
  return day.file(ADVISOR_ITEMS, 'html');
}

describe.skipIf(!CAN_BROWSE)('the page of a day in a browser', () => {
  const pages = pagesInBrowser(PAGES, htmlOf);

  test.each(['light', 'dark'] as const)('axe finds nothing to mend (%s)', async (colorScheme) => {
    // A page that runs no scripts of others runs no axe either.
    const page = await pages.open('usual', { colorScheme, bypassCSP: true });
    await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");

    expect(await axeViolations(page)).toEqual([]);
    await page.close();
  });

  test.each(Object.keys(PAGES))('%s: fits a phone of 360 pixels', async (name) => {
    const page = await pages.open(name, { viewport: { width: 360, height: 740 } });
    const isAcross = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';

    expect(await page.evaluate<boolean>(isAcross)).toBe(false);
    await page.close();
  });

  test('text of strangers is text, in its own cell: nothing of it runs', async () => {
    const page = await pages.open('hostile');

    expect(await page.evaluate('window.hacked')).toBeUndefined();
    expect(await page.locator('img').count()).toBe(0);
    const [row] = await page.locator('#reds tbody tr').all();
    const cells = (await row?.locator('th, td').allTextContents()) ?? [];
    expect(cells).toHaveLength(6);
    expect(cells[0]).toBe(HOSTILE);
    expect(cells[1]).toBe(HOSTILE);
    await page.close();
  });

  test('is whole without script: all accounts open by the keyboard, the blind ones named', async () => {
    const context = await pages.browser().newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(pages.urlOf('large'));

    expect(await page.locator('input:visible, button').count()).toBe(0);
    await page.locator('#accounts summary', { hasText: 'All 3,000 accounts' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('#accounts details tbody tr').nth(2_999).waitFor();
    await page.locator('#unread summary', { hasText: 'All 600 accounts' }).waitFor();
    await context.close();
  });

  test('a limit is a bar of its width, full and no wider when more than all is used', async () => {
    const page = await pages.open('usual');
    const rows = await page.locator('#limits tbody tr').all();
    const widths = await Promise.all(
      rows.map(async (row) => [
        Number.parseInt((await row.locator('td').last().textContent()) ?? '', 10),
        Number(await row.locator('rect').nth(1).getAttribute('width')) / 10,
      ]),
    );

    expect(widths.length).toBeGreaterThan(5);
    for (const [percent = 0, width] of widths) expect(width).toBe(Math.min(percent, 100));
    await page.close();
  });
});
