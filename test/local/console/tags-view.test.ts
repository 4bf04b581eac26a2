import { describe, expect, it } from 'vitest';
import { CAN_BROWSE } from '#test/browser/a-browser.ts';
import { axeViolations } from '#test/browser/axe-violations.ts';
import { consoleInBrowser } from '#test/local/console/console-in-browser.ts';

describe.skipIf(!CAN_BROWSE)('the tags on the page of the console', () => {
  const { open } = consoleInBrowser('tags', 'main:not([aria-busy]) .tile');

  it('can be put on a resource, taken off, and seen', async () => {
    const page = await open();
    const tile = page.locator('.tile', { has: page.getByRole('heading', { name: 'shop-dev-uploads' }) });
    await tile.getByText('No tags').waitFor();
    await tile.getByRole('button', { name: 'Tag: shop-dev-uploads, S3::Bucket', exact: true }).focus();
    await page.keyboard.press('Enter');
    await tile.getByText('Owner = ').waitFor();
    await tile.getByRole('button', { name: 'Untag: shop-dev-uploads, S3::Bucket' }).click();
    await tile.getByText('No tags').waitFor();
    await tile.getByRole('button', { name: 'Delete: shop-dev-uploads, S3::Bucket' }).click();
    await tile.waitFor({ state: 'detached' });
    expect(await tile.count()).toBe(0);
  });

  it.each(['light', 'dark'] as const)('have nothing for axe to find in %s', async (colorScheme) => {
    const page = await open({ colorScheme });
    expect(await axeViolations(page)).toEqual([]);
  });

  it('need no sideways scrolling at a width of 360', async () => {
    const page = await open({ viewport: { width: 360, height: 800 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    expect(await page.evaluate('document.querySelector(".scroller").scrollWidth')).toBeLessThanOrEqual(360);
  });
});
