import { describe, expect, it } from 'vitest';
import { CAN_BROWSE } from '#test/browser/a-browser.ts';
import { axeViolations } from '#test/browser/axe-violations.ts';
import { consoleInBrowser } from '#test/local/console/console-in-browser.ts';
import { tabTo } from '#test/local/console/tab-to.ts';

describe.skipIf(!CAN_BROWSE)('the issues on the page of the console', () => {
  const { console, open } = consoleInBrowser('issues', 'main:not([aria-busy]) .scroller');

  it('say, while there are none, which story makes one', async () => {
    const page = await open();
    await page.getByText('No issue yet.').waitFor();
    expect(await page.locator('.issue').count()).toBe(0);
  });

  it('show a case as people see it in GitHub, by the keyboard alone, its secret and our markers not', async () => {
    await console().replay('support-case');
    await console().cloud.settled();
    const page = await open();
    await page.getByRole('heading', { name: 'Payments are refused by a queue' }).waitFor();
    await tabTo(page, /^Body and 1 comment/);
    await page.keyboard.press('Enter');
    const text = (await page.locator('.issue').allTextContents()).join();

    expect(text).toContain('aws-case');
    expect(text).toContain('Since 08:40 UTC');
    expect(text).not.toContain('Paper-Lamp-41');
    expect(text).not.toContain('aws-message');
  });

  it('take a comment, by the keyboard alone, and show at once what AWS was told', async () => {
    const page = await open();
    await page.getByText(/^Body and 1 comment/).waitFor();
    await tabTo(page, /^Body and 1 comment/);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement?.getAttribute("aria-label")')).toMatch(
      /^Comment on issue \d+, as hanako$/,
    );
    await page.keyboard.type('/aws reply It is slow again.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Sent to AWS.').waitFor();

    expect(await page.locator('.issue-form textarea').first().inputValue()).toBe('');
    const { support } = console().cloud.organization.world;
    const bodies = support.cases.flatMap(({ communications }) => communications.map(({ body }) => body));
    expect(bodies.filter((body) => body.startsWith('It is slow again.'))).toHaveLength(1);
  });

  it('keep what is being written while the issue changes', async () => {
    const page = await open();
    await page
      .getByText(/^Body and/)
      .first()
      .click();
    const draft = page.locator('.issue-form textarea').first();
    await draft.fill('/aws rep');
    const { github, repository = '' } = console().cloud.trackers.githubs['issues'] ?? {};
    const [issue] = github?.people.issues(repository) ?? [];
    if (!github || !issue) throw new Error('No issue');
    github.people.comment(repository, issue, { id: 1, login: 'mallory', type: 'User' }, 'Me too.');
    await page.getByText('Me too.').waitFor();

    expect(await draft.inputValue()).toBe('/aws rep');
  });

  it.each([
    { what: 'light', options: {} },
    { what: 'dark', options: { colorScheme: 'dark' } },
    { what: 'narrow', options: { viewport: { width: 360, height: 800 } } },
  ] as const)('break no rule of WCAG 2.2 AA, $what', async ({ what, options }) => {
    const page = await open(options);
    await page
      .getByText(/^Body and/)
      .first()
      .click();
    await page.locator('.issue-form').first().scrollIntoViewIfNeeded();
    const folder = process.env['SHOTS'];
    if (folder) await page.screenshot({ path: `${folder}/issues-${what}.png` });

    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  });
});
