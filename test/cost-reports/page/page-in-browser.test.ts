import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { CAN_BROWSE } from '#test/browser/a-browser.ts';
import { axeViolations } from '#test/browser/axe-violations.ts';
import { pagesInBrowser } from '#test/browser/pages-in-browser.ts';
import { type APage, aPage } from '#test/cost-reports/page/a-page.ts';

if (!CAN_BROWSE)
  process.stdout.write('skipped: the cost page in a browser, for there is no Chromium (set CHROMIUM)\n');

const HOSTILE = '</script><script>window.hacked = 1</script><img src=x onerror="window.hacked = 1">';
const PAGES: Record<string, APage> = {
  usual: {},
  alone: { accounts: 1 },
  hostile: { accounts: 2, accountName: () => HOSTILE, tagValue: (index) => (index % 2 ? HOSTILE : '"><b>') },
  large: { accounts: 5_000, month: '2026-10', daily: false },
};

describe.skipIf(!CAN_BROWSE)('the page of a month in a browser', () => {
  const { open, browser, fileOf, urlOf } = pagesInBrowser(PAGES, aPage);

  const scrollsAcross = (page: Page) =>
    page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth');

  test.each(['light', 'dark'] as const)('axe finds nothing to mend (%s)', async (colorScheme) => {
    // A page that runs no scripts of others runs no axe either.
    const page = await open('usual', { colorScheme, bypassCSP: true });
    await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");

    expect(await axeViolations(page)).toEqual([]);
    await page.close();
  });

  test.each(Object.keys(PAGES))('%s: fits a phone of 360 pixels', async (name) => {
    const page = await open(name, { viewport: { width: 360, height: 740 } });

    expect(await scrollsAcross(page)).toBe(false);
    expect(await page.locator('.wide svg').first().isVisible()).toBe(false);
    expect(await page.locator('.narrow svg').first().isVisible()).toBe(true);
    await page.close();
  });

  test('text of strangers is text: nothing of it runs', async () => {
    const page = await open('hostile');

    expect(await page.evaluate('window.hacked')).toBeUndefined();
    expect(await page.locator('img, b').count()).toBe(0);
    expect(await page.locator('#accounts tbody bdi').first().textContent()).toBe(HOSTILE);
    await page.close();
  });

  test('a script of others would not run either', async () => {
    const page = await browser().newPage();
    const html = readFileSync(fileOf('usual'), 'utf8');
    await page.setContent(html.replace('</main>', '<script>window.hacked = 1</script></main>'));

    expect(await page.evaluate('window.hacked')).toBeUndefined();
    await page.close();
  });

  test('is whole without script: all accounts open by the keyboard, no control that does nothing', async () => {
    const context = await browser().newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(urlOf('large'));
    const fold = page.locator('summary', { hasText: 'All 5,000 accounts' });

    expect(await page.locator('input:visible, button').count()).toBe(0);
    await fold.focus();
    await page.keyboard.press('Enter');
    await page.locator('#accounts details tbody tr').nth(4_999).waitFor();
    expect(await page.locator('#accounts details tbody tr').count()).toBe(5_000);
    await context.close();
  });

  test('one of 5,000 accounts is found by its id, with the keyboard alone', async () => {
    const page = await open('large');
    await page.locator('summary', { hasText: 'All 5,000 accounts' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('4711');
    await page.getByText('1 found').waitFor();

    expect(await page.locator('#accounts details tbody tr:visible').count()).toBe(1);
    await page.close();
  });

  test('a table is sorted by its headings, up and down, and says so', async () => {
    const page = await open('usual');
    const table = page.locator('#services table');
    const names = () => table.locator('tbody th').allTextContents();
    await table.getByRole('button', { name: 'Service' }).press('Enter');
    const up = await names();
    expect(up).toEqual([...up].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
    expect(await table.locator('th[aria-sort=ascending]').textContent()).toBe('Service');

    await table.getByRole('button', { name: 'Gross' }).press('Enter');
    const gross = await table
      .locator('tbody tr td:nth-child(6)')
      .evaluateAll((cells) =>
        cells.map((cell) => Number((cell as unknown as { dataset: { v: string } }).dataset.v)),
      );
    expect(gross).toEqual([...gross].sort((a, b) => b - a));
    expect(await table.locator('th[aria-sort=descending]').textContent()).toBe('Gross');
    await page.close();
  });

  test('prints on white whatever the screen is, without what only a screen needs', async () => {
    const page = await open('large', { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });

    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    expect(await page.locator('nav').isVisible()).toBe(false);
    expect(await page.locator('summary', { hasText: 'All 5,000 accounts' }).isVisible()).toBe(false);
    expect(await page.getByText('The other 4,980 accounts are in the CSV export').isVisible()).toBe(true);
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(9);
    await page.close();
  });
});
