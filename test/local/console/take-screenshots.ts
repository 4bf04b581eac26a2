import { join } from 'node:path';
import { startConsole } from '#local/console/start-console.ts';
import { StoryBook } from '#local/console/story-book.ts';
import { startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { stories } from '#local/replay-events/stories.ts';
import { aBrowser } from '#test/browser/a-browser.ts';

// Run by hand after a change of the page: node test/local/console/take-screenshots.ts [folder]
const IMAGES = process.argv[2] ?? join(import.meta.dirname, '../../../docs/images');
const ASSEMBLY = join(import.meta.dirname, '../../../cdk.out');

const browser = await aBrowser();
for (const colorScheme of ['light', 'dark'] as const) {
  const cloud = await startEmbeddedCloud({ assembly: ASSEMBLY });
  const { url, close } = await startConsole({ cloud, port: 0 });
  const viewport = { width: 1280, height: 900 };
  const page = await browser.newPage({ colorScheme, viewport, reducedMotion: 'reduce' });
  const replay = async (step: string) => {
    await page.getByRole('button', { name: `Replay: ${step}` }).click();
    await page.getByRole('button', { name: `Replay: ${step}` }).waitFor({ state: 'detached' });
    await cloud.settled();
  };

  await page.goto(url);
  await page.getByText('Instance retirement in two accounts').click();
  await replay('payments-prod is told');
  await page.getByText('Instance retirement in two accounts').click();
  await replay('It opens');
  await replay('An update');
  await page.getByText('1 reply').click();
  await page.evaluate('document.querySelector(".scroller").scrollTop = 1e6');
  await page.screenshot({ path: join(IMAGES, `console-${colorScheme}.png`) });
  await close();
  await cloud.stop();
}
await takeMessages();
await takeEcs();
await takeCosts();
await browser.close();

/** A bad deployment as one thread, then the board while a service is down. */
async function takeEcs(): Promise<void> {
  const cloud = await startEmbeddedCloud({ assembly: ASSEMBLY });
  const { url, close } = await startConsole({ cloud, port: 0 });
  const book = new StoryBook(stories, cloud.clock);
  for (let step = 0; step < 5; step += 1) {
    const event = book.next('ecs-bad-deployment');
    if (event) await cloud.putEvent(event);
    await cloud.settled();
    cloud.clock.advance(60_000);
    await cloud.settled();
  }
  const page = await browser.newPage({ viewport: { width: 1280, height: 1400 }, reducedMotion: 'reduce' });
  await page.goto(url);
  await page.getByText('checkout: app exits with 1').first().waitFor();
  await page.evaluate('document.querySelector(".scroller").scrollTop = 1e6');
  await page.screenshot({ path: join(IMAGES, 'ecs-thread.png') });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.evaluate("location.hash = '#/ecs'");
  await page.getByRole('button', { name: /Crash/ }).first().click();
  await cloud.settled();
  await page.getByText('down').first().waitFor();
  await page.screenshot({ path: join(IMAGES, 'ecs-board.png') });
  await close();
  await cloud.stop();
}

/** Every story told to its end, each channel in one tall picture. */
async function takeMessages(): Promise<void> {
  const cloud = await startEmbeddedCloud({ assembly: ASSEMBLY });
  const { url, close } = await startConsole({ cloud, port: 0 });
  const book = new StoryBook(stories, cloud.clock);
  for (const { id, steps } of stories) {
    for (const _step of steps) {
      const event = book.next(id);
      if (event) await cloud.putEvent(event);
      await cloud.settled();
    }
  }
  cloud.clock.advance(3_600_000);
  await cloud.settled();
  const viewport = { width: 1000, height: 900 };
  const page = await browser.newPage({ viewport, reducedMotion: 'reduce', bypassCSP: true });
  await page.goto(url);
  // The channel alone, as tall as what it holds.
  await page.addStyleTag({
    content:
      '.sidebar, .replay, .flow, .top { display: none } #view, .scroller { overflow: visible; height: auto; max-height: none } body, html { overflow: visible; height: auto; display: block }',
  });
  for (const channel of ['ops', 'payments', 'security', 'audit']) {
    await page.evaluate(`location.hash = '#/channel/${channel}'`);
    await page.locator('#view').getByText(channel).first().waitFor();
    await page.screenshot({ path: join(IMAGES, `messages-${channel}.png`), fullPage: true });
  }
  await close();
  await cloud.stop();
}

/** The digest of costs in chat, and the page of the last whole month. */
async function takeCosts(): Promise<void> {
  const cloud = await startEmbeddedCloud({ assembly: ASSEMBLY });
  const { url, close } = await startConsole({ cloud, port: 0 });
  for (const set of ['SchedulesMonthly', 'SchedulesDaily']) {
    const schedule = cloud.estate.schedules.find(({ arn }) => arn.includes(`CostReports${set}`));
    await cloud.scheduler.trigger(schedule?.arn ?? set);
    await cloud.settled();
  }
  const lastMonth = new Date(cloud.clock.now());
  lastMonth.setUTCDate(0);
  const month = lastMonth.toISOString().slice(0, 7);
  for (const colorScheme of ['light', 'dark'] as const) {
    const viewport = { width: 1200, height: 1560 };
    const page = await browser.newPage({ colorScheme, viewport, reducedMotion: 'reduce' });
    await page.goto(`${url}/reports/exports/costs/${month}.html`);
    await page.screenshot({ path: join(IMAGES, `costs-page-${colorScheme}.png`) });
    await page.close();
  }
  const viewport = { width: 1280, height: 900 };
  const page = await browser.newPage({ viewport, reducedMotion: 'reduce' });
  await page.goto(`${url}/#/channel/ops`);
  await page.getByText('1 reply').last().click();
  await page.locator('.picture img').last().scrollIntoViewIfNeeded();
  await page.screenshot({ path: join(IMAGES, 'costs-digest.png') });
  await close();
  await cloud.stop();
}
