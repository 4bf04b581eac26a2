import { describe, expect, it } from 'vitest';
import { CAN_BROWSE } from '#test/browser/a-browser.ts';
import { axeViolations } from '#test/browser/axe-violations.ts';
import { consoleInBrowser } from '#test/local/console/console-in-browser.ts';

describe.skipIf(!CAN_BROWSE)('the board of ECS on the page of the console', () => {
  const { console, open } = consoleInBrowser('ecs', 'main:not([aria-busy]) .tile');

  it('shows every service of every cluster with its tasks and its last deployment', async () => {
    const page = await open();
    const board = page.locator('.board', { has: page.getByRole('heading', { name: 'payments' }) });

    await board.getByText('payments-prod · eu-west-1').waitFor();
    expect(await board.locator('h4').allTextContents()).toEqual(['checkout', 'booking']);
    await board.getByText('2 of 2 running').waitFor();
    await board.getByText('checkout:1').waitFor();
    await board.getByText('all well').waitFor();
  });

  it('lets people break a service by the keyboard, shows the alert about it, and mends it', async () => {
    const page = await open();
    const tile = page.locator('.tile', { has: page.getByRole('heading', { name: 'checkout' }) });
    await page.getByRole('button', { name: 'Crash tasks: checkout in payments' }).focus();
    await page.keyboard.press('Enter');

    await tile.getByText('0 of 2 running, 2 pending').waitFor();
    await tile.getByText('▼ down').waitFor();
    await tile.getByText(/^[B-Z]{6} .*checkout/).waitFor();
    await page.getByText('1 of 2 in trouble').waitFor();

    await page.locator('button:focus', { hasText: 'Mend' }).waitFor();
    await page.keyboard.press('Enter');
    await tile.getByText('2 of 2 running').waitFor();
    await tile.getByText('alert open').waitFor();
    expect(await page.getByRole('button', { name: 'Crash tasks: checkout in payments' }).count()).toBe(1);
  });

  it.each(['light', 'dark'] as const)(
    'has nothing for axe to find in %s, in trouble too',
    async (colorScheme) => {
      const page = await open({ colorScheme });
      await page.getByRole('button', { name: 'Crash tasks: storefront in shop' }).click();
      await page.getByRole('button', { name: 'Mend: storefront in shop' }).waitFor();
      await console().cloud.settled();
      expect(await axeViolations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Mend: storefront in shop' }).click();
      await page.getByRole('button', { name: 'Crash tasks: storefront in shop' }).waitFor();
    },
  );

  it('needs no sideways scrolling at a width of 360', async () => {
    const page = await open({ viewport: { width: 360, height: 800 } });

    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    expect(await page.evaluate('document.querySelector(".scroller").scrollWidth')).toBeLessThanOrEqual(360);
  });
});
