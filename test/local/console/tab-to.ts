import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Moves the focus by the Tab key alone to what is called so. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const name$ = () => page.evaluate<string>('document.activeElement?.textContent ?? ""');
  for (let presses = 0; presses < 60 && !name.test(await name$()); presses += 1)
    await page.keyboard.press('Tab');
  expect(await name$()).toMatch(name);
}
