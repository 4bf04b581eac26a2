import { describe, expect, it } from 'vitest';
import { CAN_BROWSE } from '#test/browser/a-browser.ts';
import { axeViolations } from '#test/browser/axe-violations.ts';
import { consoleInBrowser } from '#test/local/console/console-in-browser.ts';
import { tabTo } from '#test/local/console/tab-to.ts';
import { writeReports } from '#test/local/console/write-reports.ts';

/** Writes down what it could reach, where a test can read it. */
const PAGE = `<!doctype html><html lang="en"><title>Costs</title><h1>Costs of October</h1><p id="reached"></p><script>
const told = [];
try { told.push(localStorage.length) } catch { told.push('no storage') }
fetch('/api/ledger').then(() => told.push('console'), () => told.push('no console'))
  .finally(() => { document.getElementById('reached').textContent = [origin, ...told].join(', ') });
</script></html>`;
/** One white dot. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsn6LdAAAAABJRU5ErkJggg==',
  'base64',
);
const FILES = [
  { key: 'exports/a-town/2026-10.html', body: PAGE, contentType: 'text/html; charset=utf-8' },
  { key: 'exports/a-town/2026-10-30.png', body: PNG, contentType: 'image/png' },
  { key: 'exports/a-town/2026-10-31.png', body: PNG, contentType: 'image/png' },
  { key: 'exports/services-weekly/2026-10.csv' },
  { key: 'exports/services-weekly/2026-09.csv' },
  { key: 'exports/<b>strange & long</b>-report-of-a-stranger/2026-09.csv-metadata.json' },
  { key: 'state/cost-reports/state.json', body: '{}', contentType: 'application/json' },
];

describe.skipIf(!CAN_BROWSE)('the reports on the page of the console', () => {
  const { console, open } = consoleInBrowser('reports', 'main:not([aria-busy]) .scroller');

  it('say, while there are none, which schedule makes them, and run it', async () => {
    const page = await open();
    await page.getByText('No report yet.').waitFor();
    const { schedules } = await console().ask<{ schedules: { label: string }[] }>('/api/reports');
    // One that goes on in a queue: others have written their files before their button can say so.
    const schedule = schedules.find(({ label }) => label.startsWith('cost reports'));
    await page.getByRole('button', { name: `Run ${schedule?.label}` }).click();
    await page.getByRole('status').filter({ hasText: 'Began.' }).waitFor();
    await console().cloud.settled();
    await page.locator('.report').first().waitFor();
    expect(await page.getByText('No report yet.').count()).toBe(0);
  });

  it('open as a page in a tab that reaches neither the console nor its storage, by the keyboard alone', async () => {
    await writeReports(console().cloud, ...FILES);
    const page = await open();
    await tabTo(page, /^html/);
    const [tab] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('Enter')]);
    await tab.getByRole('heading', { name: 'Costs of October' }).waitFor();
    await tab.getByText('null, no storage, no console').waitFor();
    expect(await tab.evaluate('window.opener')).toBeNull();
  });

  it('come as downloads with size and time, the newest month first', async () => {
    const page = await open();
    const services = page.locator('.report', { has: page.getByRole('heading', { name: 'services-weekly' }) });
    expect(await services.locator('h4').allTextContents()).toEqual(['2026-10', '2026-09']);
    await services.getByText('5 B').first().waitFor();
    const link = services.getByRole('link', { name: 'Download services-weekly 2026-10 csv' });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe('services-weekly-2026-10.csv');
    await download.delete();
  });

  it('show a chart as a picture that says what it is', async () => {
    const page = await open();
    await page.getByRole('img', { name: 'Chart of a-town, 2026-10-31' }).scrollIntoViewIfNeeded();
    await expect.poll(() => page.evaluate('document.querySelector("img[alt*=a-town]").naturalWidth')).toBe(1);
    expect(await page.locator('img[alt*=a-town]').count()).toBe(1);
    await page.getByRole('link', { name: 'Download a-town 2026-10-30 png' }).waitFor();
  });

  it('come as they are written, and what is open stays open', async () => {
    const page = await open();
    await page.getByText('Files for programs').click();
    await page.getByRole('link', { name: 'Download state/cost-reports/state.json' }).waitFor();
    await writeReports(console().cloud, { key: 'state/cost-reports/requests-2026-11.json' });
    await page.getByRole('link', { name: 'Download state/cost-reports/requests-2026-11.json' }).waitFor();
    expect(await page.locator('#steps .stage-report').count()).toBeGreaterThan(0);
  });

  it.each(['light', 'dark'] as const)('have nothing for axe to find in %s', async (colorScheme) => {
    const page = await open({ colorScheme });
    await page.getByText('Files for programs').click();
    expect(await axeViolations(page)).toEqual([]);
  });

  it('need no sideways scrolling at a width of 360', async () => {
    const page = await open({ viewport: { width: 360, height: 800 } });
    await page.getByText('Files for programs').click();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    expect(await page.evaluate('document.querySelector(".scroller").scrollWidth')).toBeLessThanOrEqual(360);
  });
});
