import { describe, expect, test } from 'vitest';
import { renderPage } from '#lambdas/tag-coverage/page/render-page.ts';
import { CAN_BROWSE } from '#test/browser/a-browser.ts';
import { axeViolations } from '#test/browser/axe-violations.ts';
import { pagesInBrowser } from '#test/browser/pages-in-browser.ts';
import { aPolicy } from '#test/tag-coverage/a-policy.ts';
import { type ASummary, aSummary } from '#test/tag-coverage/a-summary.ts';

if (!CAN_BROWSE)
  process.stdout.write('skipped: the page of tags in a browser, for there is no Chromium (set CHROMIUM)\n');

const HOSTILE = '</script><script>window.hacked = 1</script><img src=x onerror="window.hacked = 1">';
const { leftOut } = aSummary();
const place = (index: number, region: string) => ({
  account: { id: `11112222333${index}`, name: HOSTILE },
  region,
});
const BLIND = [
  { ...place(0, 'eu-central-1'), reason: 'stopped' as const },
  { ...place(1, 'eu-west-1'), reason: 'no-role' as const },
  { ...place(2, 'us-east-1'), reason: 'partial' as const, types: ['AWS::SQS::Queue'] },
];
const PAGES: Record<string, ASummary> = {
  usual: { leftOut: { ...leftOut, blind: BLIND } },
  first: { days: 1, accountCount: 1 },
  empty: { accountCount: 0, days: 1, history: [] },
  hostile: {
    nameOf: () => HOSTILE,
    leftOut: { ...leftOut, blind: BLIND },
    policy: aPolicy({
      tags: [{ key: 'Owner', purpose: HOSTILE, values: [HOSTILE], aliases: [], severity: 'info' }],
    }),
  },
  large: { accountCount: 3_000 },
};

describe.skipIf(!CAN_BROWSE)('the page of a day in a browser', () => {
  const { open, browser, urlOf } = pagesInBrowser(PAGES, (page) => renderPage(aSummary(page)));

  test.each(['light', 'dark'] as const)('axe finds nothing to mend (%s)', async (colorScheme) => {
    // A page that runs no scripts of others runs no axe either.
    const page = await open('usual', { colorScheme, bypassCSP: true });
    await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");

    expect(await axeViolations(page)).toEqual([]);
    await page.close();
  });

  test.each(Object.keys(PAGES))('%s: fits a phone of 360 pixels', async (name) => {
    const page = await open(name, { viewport: { width: 360, height: 740 } });
    const isAcross = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';

    expect(await page.evaluate<boolean>(isAcross)).toBe(false);
    await page.close();
  });

  test('text of strangers is text: nothing of it runs', async () => {
    const page = await open('hostile');

    expect(await page.evaluate('window.hacked')).toBeUndefined();
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.locator('#accounts tbody bdi').first().textContent()).toBe(HOSTILE);
    await page.close();
  });

  test('is whole without script: all accounts open by the keyboard', async () => {
    const context = await browser().newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(urlOf('large'));

    expect(await page.locator('input:visible, button').count()).toBe(0);
    await page.locator('summary', { hasText: 'All 3,000 accounts' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('#accounts details tbody tr').nth(2_999).waitFor();
    await context.close();
  });

  test('a share is a bar of its width, and is sorted by it', async () => {
    const page = await open('usual');
    const bars = await page
      .locator('#keys td svg rect:nth-child(2)')
      .evaluateAll((all) =>
        all.map(
          (bar) =>
            Number((bar as unknown as { getAttribute: (name: string) => string }).getAttribute('width')) / 10,
        ),
      );
    const words = await page.locator('#keys tbody td:nth-child(2)').allTextContents();
    expect(words.map(Number.parseFloat)).toEqual(bars);

    await page.locator('#accounts').getByRole('button', { name: 'Covered' }).press('Enter');
    const shares = await page.locator('#accounts tbody td:nth-child(2)').allTextContents();
    expect(shares.map(Number.parseFloat)).toEqual(shares.map(Number.parseFloat).toSorted((a, b) => b - a));
    await page.close();
  });
});
