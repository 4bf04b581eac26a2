import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aBrowser, CAN_BROWSE } from '#test/local/console/a-browser.ts';
import { type AConsole, aConsole } from '#test/local/console/a-console.ts';

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

type Violation = { id: string; nodes: { html: string }[] };

describe.skipIf(!CAN_BROWSE)('the tags on the page of the console', () => {
  let browser: Browser;
  let console: AConsole;
  beforeAll(async () => {
    [browser, console] = await Promise.all([aBrowser(), aConsole()]);
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await console?.stop();
  });

  async function open(options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
    const page = await browser.newPage({ reducedMotion: 'reduce', ...options });
    page.on('pageerror', (error) => expect.unreachable(error.message));
    await page.goto(`${console.url}/#/tags`);
    await page.locator('main:not([aria-busy]) .tile').first().waitFor();
    return page;
  }

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
    await page.evaluate(`${AXE}; undefined`);
    const { violations } = await page.evaluate<{ violations: Violation[] }>('axe.run()');
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  it('need no sideways scrolling at a width of 360', async () => {
    const page = await open({ viewport: { width: 360, height: 800 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    expect(await page.evaluate('document.querySelector(".scroller").scrollWidth')).toBeLessThanOrEqual(360);
  });
});
