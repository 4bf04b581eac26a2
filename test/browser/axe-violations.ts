import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

type Violation = { id: string; nodes: { html: string }[] };

/** What axe finds on a page: each rule with the elements that break it. A page that runs no scripts of others needs `bypassCSP`. */
export async function axeViolations(page: Page): Promise<[rule: string, elements: string[]][]> {
  await page.evaluate(`${AXE}; undefined`);
  const { violations } = await page.evaluate<{ violations: Violation[] }>('axe.run()');
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}
