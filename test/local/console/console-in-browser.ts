import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { aBrowser } from '#test/browser/a-browser.ts';
import { type AConsole, aConsole } from '#test/local/console/a-console.ts';

/** A console of its own for the tests of a block, and a browser for it. `shown`: what is there when a view is. */
export function consoleInBrowser(view: string, shown: string) {
  let browser: Browser;
  let console: AConsole;
  beforeAll(async () => {
    [browser, console] = await Promise.all([aBrowser(), aConsole()]);
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await console?.stop();
  });

  return {
    console: () => console,
    /** The view, or another one. */
    open: async (options: Parameters<Browser['newPage']>[0] = {}, other = view): Promise<Page> => {
      const page = await browser.newPage({ reducedMotion: 'reduce', ...options });
      page.on('pageerror', (error) => expect.unreachable(error.message));
      await page.goto(`${console.url}/#/${other}`);
      await page.locator(shown).first().waitFor();
      return page;
    },
  };
}
