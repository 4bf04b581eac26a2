import type { Cell, Row } from '#lambdas/contracts/report.ts';
import type { Account } from '#lambdas/contracts/settings.ts';
import type { MeasuredCase } from '#lambdas/support-cases/measure/measured-case.ts';
import type { MeasuredAccount } from '#lambdas/support-cases/measure/support-summary.ts';

const MINUTE_MS = 60_000;

/** A case as a row of `SUPPORT_CASES`. */
export function caseRow(date: string, account: Account, one: MeasuredCase): Row {
  return [
    ...accountCells(date, account),
    one.displayId,
    one.service,
    one.category,
    one.severity,
    one.status,
    one.language ?? null,
    one.createdAt,
    one.firstAnswerAt ?? null,
    minutes(one.tookMs),
    minutes(one.targetMs),
    one.answer,
    one.waitingSince ?? null,
    minutes(one.waitedMs),
    one.resolvedAt ?? null,
    one.messages,
    one.attachments,
    one.foundBy.event,
    one.foundBy.sweep,
    one.isWithheld,
  ];
}

/** An account as a row of `SUPPORT_ACCOUNTS`. What was never read has no counts: they are not 0. */
export function accountRow(date: string, { account, state, reading, measures }: MeasuredAccount): Row {
  return [
    ...accountCells(date, account),
    state,
    reading?.since ?? null,
    reading?.openReadAt ?? null,
    measures?.cases ?? null,
    measures?.open ?? null,
    measures?.waiting ?? null,
    measures?.opened30 ?? null,
    measures?.resolved30 ?? null,
    measures?.answered ?? null,
    measures?.onTime ?? null,
    measures?.late ?? null,
    measures?.answerMinutes?.median ?? null,
    measures?.answerMinutes?.p90 ?? null,
    minutes(measures?.waitedMs),
    measures?.byEvent ?? null,
    measures?.bySweep ?? null,
  ];
}

function accountCells(date: string, { id, name = '', ou = '', owner }: Account): Cell[] {
  return [date, id, name, ou, owner ?? null];
}

function minutes(milliseconds: number | undefined): number | null {
  return milliseconds === undefined ? null : Math.floor(milliseconds / MINUTE_MS);
}
