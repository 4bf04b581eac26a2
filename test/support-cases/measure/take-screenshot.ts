import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SUPPORT_CASES } from '#lambdas/contracts/support/support-tables.ts';
import { aBrowser } from '#test/browser/a-browser.ts';
import { aPublication } from '#test/support-cases/measure/a-publication.ts';
import { manyCases } from '#test/support-cases/measure/many-cases.ts';

// Run by hand after a change of the page: node test/support-cases/measure/take-screenshot.ts [folder]
const IMAGES = process.argv[2] ?? join(import.meta.dirname, '../../../docs/images');
const TEAMS = ['payments-prod', 'shop-prod', 'data-platform', 'sandbox', 'search'];

const known = manyCases({ accounts: TEAMS.length, casesEach: 6 });
for (const [index, { account }] of known.entries()) account.name = TEAMS[index] ?? '';
const day = await aPublication(known);
const file = join(mkdtempSync(join(tmpdir(), 'reeve-support-')), 'page.html');
writeFileSync(file, day.file(SUPPORT_CASES, 'html'));
const browser = await aBrowser();
const tab = await browser.newPage({ viewport: { width: 1000, height: 1180 }, colorScheme: 'light' });
await tab.goto(pathToFileURL(file).href);
await tab.screenshot({ path: join(IMAGES, 'support-cases.png') });
await browser.close();
