import { describe, expect, test } from 'vitest';
import { SUPPORT_CASES } from '#lambdas/contracts/support/support-tables.ts';
import { CAN_BROWSE } from '#test/browser/a-browser.ts';
import { axeViolations } from '#test/browser/axe-violations.ts';
import { pagesInBrowser } from '#test/browser/pages-in-browser.ts';
import { aPublication } from '#test/support-cases/measure/a-publication.ts';
import { manyCases } from '#test/support-cases/measure/many-cases.ts';

if (!CAN_BROWSE)
  process.stdout.write(
    'skipped: the page of measures in a browser, for there is no Chromium (set CHROMIUM)\n',
  );

const HOSTILE = '</script><script>window.hacked = 1</script><img src=x onerror="window.hacked = 1">';
const PAGES = {
  usual: { accounts: 12, casesEach: 20 },
  empty: { accounts: 1, casesEach: 0 },
  hostile: { accounts: 3, casesEach: 8, text: HOSTILE },
  long: { accounts: 3, casesEach: 8, text: 'W'.repeat(300) },
  large: { accounts: 600, casesEach: 4 },
};

describe.skipIf(!CAN_BROWSE)('the page of measures in a browser', () => {
  const pages = pagesInBrowser(PAGES, async (of) =>
    (await aPublication(manyCases(of))).file(SUPPORT_CASES, 'html'),
  );

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

  test('text of strangers is text: nothing of it runs', async () => {
    const page = await pages.open('hostile');

    expect(await page.evaluate('window.hacked')).toBeUndefined();
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.locator('#services tbody th').first().textContent()).toBe(HOSTILE);
    await page.close();
  });

  test('each severity that was answered has its row in the picture, its target across', async () => {
    const page = await pages.open('usual');
    const picture = page.locator('#answers .wide svg');

    expect(await picture.locator('circle').count()).toBe(1 + 5);
    await page.close();
  });
});
