import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { clearItem, flagItem } from '#local/counterparts/organization/world-advisor.ts';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { PAYMENTS_PROD, SHOP_DEV } from '#local/replay-events/health-event.ts';
import { aBrowser } from '#test/browser/a-browser.ts';
import { reportFiles } from '#test/scenarios/play-costs.ts';

// Run by hand after a change of the page: node test/trusted-advisor-sweep/take-screenshot.ts [folder]
const IMAGES = process.argv[2] ?? join(import.meta.dirname, '../../docs/images');
const ASSEMBLY = join(import.meta.dirname, '../../cdk.out');
const DAYS = 16;
const DAY_MS = 86_400_000;
/** A volume without a snapshot comes on one day, another goes on the next. */
const FLAGGED_ON = [2, 4, 5, 9, 12];
const CLEARED_ON = [7, 10, 14];
const VOLUMES = 'H7IgTzjTYb';
const SECURITY_GROUPS = '1iG5NDGVre';

const cloud = await startEmbeddedCloud({ assembly: ASSEMBLY, fires: () => false });
const [page, viewport] = [await playDays(cloud), { width: 1000, height: 1080 }];
await cloud.stop();
const file = join(mkdtempSync(join(tmpdir(), 'reeve-advisor-')), 'page.html');
writeFileSync(file, page);
const browser = await aBrowser();
const tab = await browser.newPage({ viewport, colorScheme: 'light' });
await tab.goto(pathToFileURL(file).href);
await tab.screenshot({ path: join(IMAGES, 'trusted-advisor.png') });
await browser.close();

/** Some weeks in which this and that is flagged and mended. */
async function playDays({ organization: { world }, estate, scheduler, clock, settled }: EmbeddedCloud) {
  const trigger = async (name: string) => {
    await scheduler.trigger(estate.schedules.find(({ arn }) => arn.includes(name))?.arn ?? '');
    await settled();
  };
  const flagged: string[] = [];
  await trigger('AccountDirectoryDaily');
  for (let day = 0; day < DAYS; day += 1) {
    if (FLAGGED_ON.includes(day)) {
      const id = `vol-0day${day}`;
      flagged.push(id);
      const cells = ['eu-west-1', id, `orders-${day}`, null, null, null, 'i-0orders', 'Red', 'No snapshot'];
      flagItem(world.advisor, SHOP_DEV, VOLUMES, { id, status: 'error', region: 'eu-west-1', cells });
    }
    if (CLEARED_ON.includes(day)) clearItem(world.advisor, SHOP_DEV, VOLUMES, flagged.shift() ?? '');
    if (day === DAYS - 3) clearItem(world.advisor, PAYMENTS_PROD, SECURITY_GROUPS, 'opaque-bastion');
    await trigger('TrustedAdvisorSweepHourly');
    clock.advance(DAY_MS);
  }
  return reportFiles(cloud).read('exports/trusted-advisor-items/latest.html');
}
