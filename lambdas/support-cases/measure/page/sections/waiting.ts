import { caseUrlOf } from '#lambdas/contracts/support/case-url.ts';
import { markup } from '#lambdas/runtime/markup.ts';
import { accountName } from '#lambdas/runtime/page/account-name.ts';
import { foldedTable } from '#lambdas/runtime/page/folded-table.ts';
import type { Section } from '#lambdas/runtime/page/section.ts';
import { minutesCell } from '#lambdas/support-cases/measure/page/cells.ts';
import type { SupportSummary } from '#lambdas/support-cases/measure/support-summary.ts';
import { severityName } from '#lambdas/support-cases/tell/severity-words.ts';

const FIRST_ROWS = 20;
const MINUTE_MS = 60_000;

/** What waits for us now, longest first, with links into the console of its account. */
export function waitingSection({ waiting, accounts, partition, at }: SupportSummary): Section {
  if (waiting.length === 0)
    return { id: 'waiting', title: 'Waiting for us', body: markup`<p>No case waits for us.</p>` };
  const names = new Map(accounts.map(({ account }) => [account.id, account.name]));
  const body = foldedTable({
    caption: 'Cases that wait for us, the longest first',
    of: 'cases',
    heads: ['Case', 'Account', 'Severity', 'Service', 'Waits for'],
    words: 4,
    rows: waiting.map((one) => {
      const minutes = Math.floor((Date.parse(at) - Date.parse(one.waitingSince)) / MINUTE_MS);
      return markup`<tr><th scope="row"><a href="${caseUrlOf(one, partition)}">${one.displayId}</a></th><td>${accountName(one.account, names.get(one.account))}</td><td>${severityName(one.severity)}</td><td><bdi>${one.isWithheld ? 'withheld' : one.service}</bdi></td>${minutesCell(Math.max(0, minutes))}</tr>`;
    }),
    first: FIRST_ROWS,
  });
  return { id: 'waiting', title: 'Waiting for us', body };
}
