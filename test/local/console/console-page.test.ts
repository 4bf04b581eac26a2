import { describe, expect, it } from 'vitest';
import { CAN_BROWSE } from '#test/browser/a-browser.ts';
import { axeViolations } from '#test/browser/axe-violations.ts';
import { consoleInBrowser } from '#test/local/console/console-in-browser.ts';
import { tabTo } from '#test/local/console/tab-to.ts';

const VIEWS = [
  'channel/ops',
  'channel/audit',
  'ledger',
  'ecs',
  'issues',
  'reports',
  'dead-letters',
  'schedules',
];
if (!CAN_BROWSE)
  process.stdout.write('skipped: the console in a browser, for there is no Chromium (set CHROMIUM)\n');

describe.skipIf(!CAN_BROWSE)('the page of the console', () => {
  const { console, open } = consoleInBrowser('channel/ops', '.story');

  it('shows how an alert is posted, edited and closed, by the keyboard alone', async () => {
    const page = await open();
    const message = page.getByRole('article').last();

    await tabTo(page, /^Replay: It opens/);
    await page.keyboard.press('Enter');
    await message.getByRole('heading', { name: 'EC2: operational issue' }).waitFor();
    await page.locator('#announcer', { hasText: 'ops: new message' }).waitFor({ state: 'attached' });

    await page.locator('button:focus', { hasText: 'Replay: An update' }).waitFor();
    await page.keyboard.press('Enter');
    await message.getByText('(edited)').waitFor();
    await message.getByText('1 reply').waitFor();

    await page.locator('button:focus', { hasText: 'Replay: It closes' }).waitFor();
    await page.keyboard.press('Enter');
    await message.getByRole('img', { name: 'white check mark' }).waitFor();
    await message.getByRole('heading', { name: '✅ EC2' }).waitFor();

    await page.locator('button:focus', { hasText: 'Start over' }).waitFor();
    expect(await page.getByRole('article').count()).toBe(1);
    expect(await page.locator('#steps .stage-channel').count()).toBeGreaterThan(0);
  });

  it('counts what is new in the channels that are not in sight', async () => {
    const page = await open({}, 'channel/security');
    await console().replay('exposed-credentials');
    await page.getByRole('link', { name: 'payments 1 new' }).waitFor();
    await page.getByRole('link', { name: 'payments' }).click();
    await page.getByRole('heading', { name: '# payments' }).waitFor();
    expect(await page.getByRole('link', { name: 'payments 1 new' }).count()).toBe(0);
  });

  it('shows markup inside an event as the text it is', async () => {
    await console().replay('hostile-text');
    const page = await open();
    const message = page.getByRole('article').last();
    await message.getByText('<script>alert(1)</script>', { exact: true }).waitFor();
    await message.getByText('<!channel> & <@U0EVERYONE>: *not bold*').waitFor();
    expect(await message.locator('b, script, .mention').count()).toBe(0);
    expect(await message.getByText('Notifies').count()).toBe(0);
  });

  it('tells what is wrong with an event of one’s own, next to it', async () => {
    const page = await open();
    await page.getByText('Your own event').click();
    const text = page.getByLabel('Event, as EventBridge delivers it (JSON)');
    await text.fill('{"source": ');
    await page.getByRole('button', { name: 'Send event' }).click();
    await page.getByRole('alert').filter({ hasText: 'Not JSON' }).waitFor();
    expect(await text.getAttribute('aria-invalid')).toBe('true');

    await text.fill('{"source":"aws.health","detail-type":"AWS Health Event","detail":{"service":"OWN"}}');
    await page.getByRole('button', { name: 'Send event' }).click();
    await page.getByRole('heading', { name: 'OWN: ' }).waitFor();
    expect(await text.getAttribute('aria-invalid')).toBeNull();
  });

  it('filters the flow, and marks what failed in words', async () => {
    const page = await open();
    await console().replay('unreadable-event');
    await page.getByText('✕ failed').first().waitFor();
    const steps = page.locator('#steps > li');
    const all = await steps.count();
    await page.getByLabel('Failed only').check();
    expect(await steps.count()).toBeLessThan(all);
    await page.getByLabel('Filter the steps').fill('no such step');
    expect(await steps.count()).toBe(0);
    await page.getByRole('link', { name: /Dead letters ▲ \d+ waiting, alarm rings/ }).click();
    await page.getByText('▲ Alarm rings').waitFor();
  });

  it.each(['light', 'dark'] as const)('has nothing for axe to find in %s', async (colorScheme) => {
    const page = await open({ colorScheme });
    await page.locator('.thread > summary').first().click();
    await page.getByText('Break it').click();
    for (const view of VIEWS) {
      await page.goto(`${console().url}/#/${view}`);
      await page.locator('main:not([aria-busy]) .scroller').waitFor();
      expect([view, await axeViolations(page)]).toEqual([view, []]);
    }
  });

  it.each([360, 800, 1280, 1920])('needs no sideways scrolling at a width of %d', async (width) => {
    const page = await open({ viewport: { width, height: 800 } });
    for (const view of VIEWS) {
      await page.goto(`${console().url}/#/${view}`);
      await page.locator('main:not([aria-busy]) .scroller').waitFor();
      expect([view, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([view, width]);
    }
  });
});
