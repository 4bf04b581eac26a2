import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReadCase } from '#bin/commands/support/read-threads.ts';
import { CAN_BROWSE } from '#test/browser/a-browser.ts';
import { axeViolations } from '#test/browser/axe-violations.ts';
import { pagesInBrowser } from '#test/browser/pages-in-browser.ts';
import { aCaseRow, aMessage, aThread } from '#test/commands/support/a-case.ts';
import { ACCOUNTS, anArchive, USUAL_CASES } from '#test/commands/support/export/html/an-archive.ts';

if (!CAN_BROWSE)
  process.stdout.write(
    'skipped: the archive of cases in a browser, for there is no Chromium (set CHROMIUM)\n',
  );

const HOSTILE = [
  '</script><script>window.hacked = 1</script>',
  '<img src="https://e.example/x.png" onerror="window.hacked = 1">',
  '<!--<script>',
  ']]>\u2028\u2029\0${1}`\\',
  'javascript:window.hacked=1',
  '\u202Egnp.exe',
].join(' ');

function aHostileCase(text: string, displayId: string): ReadCase {
  const row = aCaseRow({
    account: '999988887777',
    displayId,
    subject: text,
    status: text,
    service: text,
    category: text,
    severity: text,
    redaction: { version: 1, found: { [text]: 1 } },
  });
  const message = aMessage({ body: text, author: text, attachments: [{ id: 'x', fileName: text }] });
  return { row, thread: aThread(row, { messages: [message] }) };
}
const many = Array.from({ length: 2_500 }, (_, index): ReadCase => {
  const row = aCaseRow({ displayId: String(100_000 + index), subject: `Case of number ${index}` });
  const body = `${'some words of a message '.repeat(40)} needle${index} ${index % 500 === 7 ? '夜間の接続エラー' : ''}`;
  return { row, thread: aThread(row, { messages: [aMessage({ body })] }) };
});
const texts = fc.sample(
  fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constant('__proto__'), fc.constant('')),
  {
    numRuns: 60,
    seed: 7,
  },
);
const hostileAccounts = [
  ...ACCOUNTS,
  { id: '999988887777', name: HOSTILE, ou: HOSTILE, owner: HOSTILE, tags: {} },
];
const PAGES = {
  usual: USUAL_CASES,
  hostile: [aHostileCase(HOSTILE, '1'), aHostileCase(HOSTILE, HOSTILE)],
  any: texts.map((text, index) => aHostileCase(text, String(index))),
  many,
  none: [],
};
const DATABASE = '#111122223333/176401120034417';

describe.skipIf(!CAN_BROWSE)('the archive in a browser', () => {
  const { open, browser, urlOf } = pagesInBrowser<ReadCase[]>(PAGES, (read) =>
    anArchive(read, hostileAccounts),
  );
  type Name = keyof typeof PAGES;
  async function ready(name: Name, options: Parameters<typeof open>[1] = {}, hash = '') {
    const page = await open(name, options);
    if (hash) await page.goto(`${urlOf(name)}${hash}`);
    await page.locator('html[data-ready]').waitFor();
    return page;
  }
  type Shown = Awaited<ReturnType<typeof ready>>;
  const titles = (page: Shown) => page.locator('#list .title').allTextContents();
  async function find(page: Shown, words: string) {
    await page.getByRole('searchbox').fill(words);
    await page.locator('#status', { hasText: /found/ }).waitFor();
  }

  test.each(['light', 'dark'] as const)(
    'axe finds nothing to mend in list and thread (%s)',
    async (colorScheme) => {
      const page = await ready('usual', { colorScheme, bypassCSP: true }, DATABASE);
      await find(page, 'connect idle');
      expect(await page.locator('mark').count()).toBeGreaterThan(3);
      expect(await axeViolations(page)).toEqual([]);
      await page.close();
    },
  );

  test('lists what waits for you first, and of withheld cases no text', async () => {
    const page = await ready('usual');
    expect(await titles(page)).toEqual([
      'Connections to ledger-db drop every night',
      'Withheld: account-and-billing',
      '夜間バッチの Lambda がタイムアウトします',
      'Raise the rate of PutEvents',
    ]);
    await page.getByLabel('Turn').selectOption('resolved');
    await page.locator('#status', { hasText: /^1 case$/ }).waitFor();
    expect(await titles(page)).toEqual(['Raise the rate of PutEvents']);
    await page.close();
  });

  test.each([
    ['ﾀｲﾑｱｳﾄ', '夜間バッチの Lambda がタイムアウトします', ['タイムアウト', 'ﾀｲﾑｱｳﾄ', 'タイムアウト']],
    ['CONNECTED', 'Connections to ledger-db drop every night', ['Connections', 'connections']],
    ['176200000000002', 'Raise the rate of PutEvents', []],
  ])('finds %s, and marks it as it was written', async (words, title, marks) => {
    const page = await ready('usual');
    await find(page, words);
    expect(await titles(page)).toEqual([title]);
    expect(await page.locator('#list mark').allTextContents()).toEqual(marks);
    await page.close();
  });

  test('a case opens by its address and by the keyboard alone, and its heading is read out', async () => {
    const page = await ready('usual', {}, '#176394455501230');
    expect(await page.locator('article h2').textContent()).toBe('夜間バッチの Lambda がタイムアウトします');
    const message = page.locator('.messages > li').nth(1);
    expect(await message.innerText()).toMatch(
      /^Amazon Web Services\s+2026-11-20 10:00 UTC\s+お問い合わせ.*ください。$/,
    );
    await page.getByRole('searchbox').focus();
    for (let count = 0; count < 6; count += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('article h2', { hasText: 'ledger-db' }).waitFor();
    expect(page.url()).toContain(DATABASE);
    expect(await page.evaluate('document.activeElement.id')).toBe('case-title');
    expect(await page.locator('.messages > li').count()).toBe(3);
    expect(await page.locator('a[aria-current]').count()).toBe(1);
    await page.close();
  });

  test('a phone of 360 pixels shows the list or the case, and comes back', async () => {
    const page = await ready('usual', { viewport: { width: 360, height: 740 } }, DATABASE);
    const isAcross = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
    expect(await page.evaluate<boolean>(isAcross)).toBe(false);
    expect(await page.locator('#list').isVisible()).toBe(false);
    await page.getByRole('link', { name: 'Back to the list' }).press('Enter');
    await page.locator('#list').waitFor();
    expect(await page.locator('#thread').isVisible()).toBe(false);
    expect(await page.evaluate<boolean>(isAcross)).toBe(false);
    await page.close();
  });

  test.each(['hostile', 'any'] as const)('texts of strangers are text, and ask nobody: %s', async (name) => {
    const page = await ready(name);
    const links = await page.locator('#list a').all();
    expect(links).toHaveLength(Math.min(50, PAGES[name].length));
    for (const link of links.slice(0, 12)) {
      await link.click();
      await page.locator('.messages .body').waitFor({ state: 'attached' });
    }
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    expect(await page.locator('img, iframe, object, a:not([href^="#"])').count()).toBe(0);
    expect(await page.locator('script:not([type="application/gzip"])').count()).toBe(1);
    if (name === 'hostile') expect(await page.locator('.messages .body').textContent()).toBe(HOSTILE);
    await page.close();
  });

  test('its policy stops what would get through: no script of others, no request', async () => {
    const page = await browser().newPage();
    const [answered, refused]: [string[], (string | undefined)[]] = [[], []];
    page.on('response', (response) => answered.push(response.url()));
    page.on('requestfailed', (request) => refused.push(request.failure()?.errorText));
    await page.goto(urlOf('usual'));
    await page.locator('html[data-ready]').waitFor();
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend',
      '<img src="https://e.example/x.png" onerror="window.hacked = 1">');
      fetch('https://e.example/').catch(() => (window.refused = 1)); undefined`);
    await page.waitForFunction('window.refused');
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    expect(refused).toEqual(['csp']);
    expect(answered.filter((url) => !url.startsWith('file:'))).toEqual([]);
    await page.close();
  });

  test('thousands of cases are shown step by step, and all of them searched', async () => {
    const page = await ready('many');
    expect(await page.locator('script[type="application/gzip"]').count()).toBeGreaterThan(2);
    expect(await page.locator('#list li').count()).toBe(50);
    await page.getByRole('button', { name: 'Show 50 more of 2,450' }).press('Enter');
    await page.locator('#list li').nth(99).waitFor();
    await find(page, 'needle2499');
    expect(await titles(page)).toEqual(['Case of number 2499']);
    await find(page, '接続エラー');
    await page.locator('#status', { hasText: /^5 cases/ }).waitFor();
    await page.close();
  });

  test('a case prints whole, and the list where none is open', async () => {
    const page = await ready('usual', {}, DATABASE);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('form').isVisible()).toBe(false);
    expect(await page.locator('#list').isVisible()).toBe(false);
    expect(await page.locator('.messages > li').last().isVisible()).toBe(true);
    await page.close();
  });

  test('without cases it says so, without script too', async () => {
    const page = await ready('none');
    expect(await page.locator('#status').textContent()).toBe('No case is found.');
    await page.close();
    const context = await browser().newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(urlOf('usual'));
    expect(await plain.locator('noscript').textContent()).toContain('needs its own script');
    await context.close();
  });
});
