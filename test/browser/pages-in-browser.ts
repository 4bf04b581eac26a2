import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { aBrowser } from '#test/browser/a-browser.ts';

/** Pages that are made as files before the tests of a block, and a browser for them. */
export function pagesInBrowser<Subject>(
  pages: Record<string, Subject>,
  htmlOf: (page: Subject) => string | Promise<string>,
) {
  let folder: string;
  let browser: Browser;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'reeve-page-'));
    browser = await aBrowser();
    for (const [name, page] of Object.entries(pages))
      writeFileSync(join(folder, `${name}.html`), await htmlOf(page));
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });
  const fileOf = (name: string) => join(folder, `${name}.html`);
  const urlOf = (name: string) => pathToFileURL(fileOf(name)).href;

  return {
    fileOf,
    urlOf,
    browser: () => browser,
    /** A page that asks nobody, throws nothing and says nothing to the browser's console, or the test fails. */
    open: async (name: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> => {
      const page = await browser.newPage(options);
      page.on('pageerror', (error) => expect.unreachable(error.message));
      page.on('request', (request) => expect(request.url()).toMatch(/^file:/));
      page.on('console', (message) => expect.unreachable(message.text()));
      await page.goto(urlOf(name));
      return page;
    },
  };
}
