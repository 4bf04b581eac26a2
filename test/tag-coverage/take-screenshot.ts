import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { wellTagged } from '#local/well-tagged.ts';
import { aBrowser } from '#test/browser/a-browser.ts';
import { reportFiles } from '#test/scenarios/play-costs.ts';

// Run by hand after a change of the page: node test/tag-coverage/take-screenshot.ts [folder]
const IMAGES = process.argv[2] ?? join(import.meta.dirname, '../../docs/images');
const ASSEMBLY = join(import.meta.dirname, '../../cdk.out');
const DAYS = 16;
const MENDED_ON = [3, 6, 10, 14];

const cloud = await startEmbeddedCloud({ assembly: ASSEMBLY, fires: () => false });
const [page, viewport] = [await playDays(cloud), { width: 1280, height: 1330 }];
await cloud.stop();
const file = join(mkdtempSync(join(tmpdir(), 'reeve-tags-')), 'page.html');
writeFileSync(file, page);
const browser = await aBrowser();
const tab = await browser.newPage({ viewport, colorScheme: 'light' });
await tab.goto(pathToFileURL(file).href);
await tab.screenshot({ path: join(IMAGES, 'tag-coverage.png') });
await browser.close();

/** Some weeks in which this and that is tagged, and a recorder stops near the end. */
async function playDays({ organization: { world }, estate, scheduler, clock, settled }: EmbeddedCloud) {
  const trigger = async (name: string) => {
    await scheduler.trigger(estate.schedules.find(({ arn }) => arn.includes(name))?.arn ?? '');
    await settled();
  };
  const lacking = world.resources.filter(
    ({ tags, type, configuration }) =>
      /RDS|SQS|SNS|Instance|S3/.test(type) && !configuration && !tags['Owner'],
  );
  await trigger('AccountDirectoryDaily');
  for (let day = 0; day < DAYS; day += 1) {
    const mended = MENDED_ON.includes(day) ? lacking.shift() : undefined;
    if (mended) mended.tags = { ...mended.tags, ...wellTagged({ functions: estate.functions }) };
    const account = world.accounts.find(({ name }) => name === 'shop-dev');
    if (account && day === DAYS - 2) account.recorders['eu-west-1'] = 'stopped';
    await trigger('TagCoverageDaily');
    clock.advance(86_400_000);
  }
  return reportFiles(cloud).read('exports/tag-coverage/latest.html');
}
