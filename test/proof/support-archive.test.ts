import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { writeFile } from '#bin/commands/reports/write-file.ts';
import { toRecord } from '#bin/commands/support/export/case-record.ts';
import { toArchive } from '#bin/commands/support/export/html/to-archive.ts';
import { aBrowser, CAN_BROWSE } from '#test/browser/a-browser.ts';
import { aCaseRow, aMessage, aThread } from '#test/commands/support/a-case.ts';

const CASES = 20_000;
const MESSAGES = 12;
const MEGABYTE = 1_000_000;
const ENGLISH =
  'the instance connection timeout after deploy of service in region with error code access denied'.split(
    ' ',
  );
const JAPANESE = Array.from(
  '夜間バッチ処理関数接続障害設定変更確認調査結果原因対応手順時間以内再起動権限不足問題発生状況報告',
);

const folder = mkdtempSync(join(tmpdir(), 'reeve-archive-'));
afterAll(() => rmSync(folder, { recursive: true }));

let seed = 7;
const chance = (below: number) => {
  seed = (seed * 1_103_515_245 + 12_345) & 0x7f_ff_ff_ff;
  return seed % below;
};
/** Six hundred characters of English, or half of them of Japanese, with names that no other text has. */
function aBody(index: number, isJapanese: boolean): string {
  const words = isJapanese
    ? Array.from({ length: 300 }, () => JAPANESE[chance(JAPANESE.length)]).join('')
    : Array.from({ length: 90 }, () =>
        chance(6) ? ENGLISH[chance(ENGLISH.length)] : `id-${chance(1e6)}`,
      ).join(' ');
  return `${words} needle${index}`;
}

async function* records() {
  for (let index = 0; index < CASES; index += 1) {
    const isJapanese = index % 3 === 0;
    const messages = Array.from({ length: MESSAGES }, (_, place) =>
      aMessage({ key: `${index}-${place}`, body: aBody(index * MESSAGES + place, isJapanese) }),
    );
    const account = String(100_000_000_000 + (index % 500));
    const row = aCaseRow({
      account,
      displayId: String(176_000_000_000_000 + index),
      subject: aBody(index, isJapanese).slice(0, 60),
    });
    yield toRecord({ row, thread: aThread(row, { messages }) }, { id: account, tags: {} });
  }
}

describe.skipIf(!CAN_BROWSE)('an archive of 20,000 cases of 12 messages', () => {
  test('is written as it is read, opens at once, and answers to keys while it searches', {
    timeout: 600_000,
  }, async () => {
    const file = join(folder, 'cases.html');
    const about = { cases: CASES, withheld: 0, exportedAt: '2026-11-23T12:00:00.000Z' };
    const before = process.memoryUsage().rss;
    const bytes = await writeFile(file, toArchive(records(), about));
    const grown = process.memoryUsage().rss - before;
    expect(bytes).toBeLessThan(80 * MEGABYTE);
    expect(grown).toBeLessThan(400 * MEGABYTE);

    const browser = await aBrowser();
    const page = await browser.newPage();
    const opening = performance.now();
    await page.goto(pathToFileURL(file).href);
    await page.locator('html[data-ready]').waitFor();
    expect(performance.now() - opening).toBeLessThan(10_000);
    await page.evaluate(`window.longest = 0;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
      }).observe({ entryTypes: ['longtask'] }); undefined`);
    for (const [words, found] of [
      [`needle${CASES * MESSAGES - 1}`, /^1 case found$/],
      ['connection timeout', /^[\d,]+ cases found/],
    ] as const) {
      const began = performance.now();
      await page.getByRole('searchbox').fill(words);
      await page.locator('#status', { hasText: found }).waitFor({ timeout: 60_000 });
      const seconds = (performance.now() - began) / 1_000;
      process.stdout.write(`${words}: ${seconds.toFixed(1)} s, ${Math.round(bytes / MEGABYTE)} MB\n`);
      expect(seconds).toBeLessThan(60);
    }
    expect(await page.evaluate<number>('window.longest')).toBeLessThan(1_000);
    await browser.close();
  });
});
