import type { Provenance, Row } from '#lambdas/contracts/report.ts';
import { dayTableKey, exportKey } from '#lambdas/contracts/report-keys.ts';
import type { Account } from '#lambdas/contracts/settings.ts';
import type { AccountReading } from '#lambdas/contracts/support/account-reading.ts';
import { SUPPORT_ACCOUNTS, SUPPORT_CASES } from '#lambdas/contracts/support/support-tables.ts';
import { publishRows } from '#lambdas/runtime/tables/publish-rows.ts';
import { type MeasuredCase, toMeasuredCase } from '#lambdas/support-cases/measure/measured-case.ts';
import { renderPage } from '#lambdas/support-cases/measure/page/render-page.ts';
import { type SupportSummary, summarize } from '#lambdas/support-cases/measure/support-summary.ts';
import { accountRow, caseRow } from '#lambdas/support-cases/measure/table-rows.ts';
import { toNotes } from '#lambdas/support-cases/measure/to-notes.ts';
import type { SupportPorts } from '#lambdas/support-cases/support-ports.ts';

type Known = { account: Account; reading: AccountReading | undefined };
type Ports = Pick<SupportPorts, 'rows' | 'settings' | 'partition' | 'store'>;

/** Measures the cases of all accounts, and writes both tables and the page of the day. */
export async function publishMeasures(
  known: readonly Known[],
  { rows, settings, partition, store }: Ports,
  now: Date,
): Promise<void> {
  const measured: (Known & { cases: MeasuredCase[] })[] = [];
  for (const { account, reading } of known) {
    const cases = await rows.casesOf(account.id);
    const measuredCases = cases.map((row) => toMeasuredCase(row, settings.firstAnswerMinutes, now));
    measured.push({ account, reading, cases: measuredCases });
  }
  const summary = summarize(measured, partition, now);
  const { date, accounts } = summary;
  const provenance = provenanceOf(summary);
  const table = async (schema: typeof SUPPORT_CASES, batches: Iterable<Row[]>) =>
    publishRows(store, {
      schema,
      key: dayTableKey(schema.name, date),
      period: date,
      rows: batches,
      provenanceOf: () => provenance,
    });
  await table(
    SUPPORT_CASES,
    measured.map(({ account, cases }) => cases.map((one) => caseRow(date, account, one))),
  );
  await table(SUPPORT_ACCOUNTS, [accounts.map((account) => accountRow(date, account))]);
  const page = Buffer.from(renderPage(summary));
  for (const period of [date, 'latest'])
    await store.write(exportKey(SUPPORT_CASES.name, period, 'html'), [page], {
      contentType: 'text/html; charset=utf-8',
    });
}

function provenanceOf(summary: SupportSummary): Provenance {
  const { at, accounts } = summary;
  return {
    run: `${at.replaceAll(':', '').replace(/\.\d+/, '')}-daily`,
    fetchedAt: at,
    source: 'AWS Support',
    requests: 0,
    partial: accounts.some(({ state }) => state !== 'ok'),
    notes: toNotes(summary),
  };
}
