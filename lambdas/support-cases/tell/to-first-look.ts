import { toDigestObservation } from '#lambdas/contracts/digest.ts';
import type { Observation } from '#lambdas/contracts/observation.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { isOurTurn, ourTurnSince } from '#lambdas/contracts/support/whose-turn.ts';
import { nameOf } from '#lambdas/support-cases/tell/case-words.ts';
import { counted } from '#lambdas/support-cases/tell/counted.ts';
import { plainText } from '#lambdas/support-cases/tell/plain-text.ts';
import { severityName } from '#lambdas/support-cases/tell/severity-words.ts';

/** `at`, `readAt`: when the first and the last of the accounts were read. */
type Context = { accountName: (id: string) => string; at: Date; readAt: Date };

/** Ten of these lines and the words around them stay within what a channel shows of a summary. */
const NAMED = 10;
const SEVERITIES_COUNTED = 5;
const SUBJECT = 70;
const ACCOUNT = 40;
/** Worst first; what is not known in between. */
const WORST_FIRST = ['critical', 'urgent', 'high', 'normal', 'low'];

/** What there was when accounts were read for the first time: one summary in place of a message for each case. */
export function toFirstLook(open: CaseRow[], { accountName, at, readAt }: Context): Observation {
  const ours = open.filter(isOurTurn).sort(byUrgency);
  const accounts = new Set(open.map(({ account }) => account)).size;
  const where = open.length > 0 ? ` in ${counted(accounts, 'account')}` : '';
  return toDigestObservation({
    key: `support-cases/first-look/${at.toISOString()}`,
    source: 'support',
    orderedBy: [['readAt', readAt.getTime()]],
    severity: ours.length > 0 ? 'warning' : 'info',
    title: `AWS Support: ${counted(open.length, 'open case')}${where}, ${waitsText(ours.length)}`,
    summary: [
      'These were there before Reeve looked. Each gets a message of its own with its next change.',
      ...severityLines(open),
      ...oursLines(ours, accountName),
    ].join('\n'),
    links: [],
    actions:
      open.length > 0 ? [{ id: 'list', label: 'All cases', command: 'npm run reeve -- support list' }] : [],
  });
}

function waitsText(count: number): string {
  if (count === 0) return 'none waits for us';
  return `${count.toLocaleString('en-US')} ${count === 1 ? 'waits' : 'wait'} for us`;
}

function severityLines(open: CaseRow[]): string[] {
  const bySeverity = [...Map.groupBy(open, ({ severity }) => severity)].sort(
    ([one], [other]) => rankOf(one) - rankOf(other) || (one < other ? -1 : 1),
  );
  const counts = bySeverity
    .slice(0, SEVERITIES_COUNTED)
    .map(([code, cases]) => `${severityName(code)}: ${cases.length}`);
  return counts.length > 0 ? [`Open by severity: ${counts.join(', ')}.`] : [];
}

function oursLines(ours: CaseRow[], accountName: Context['accountName']): string[] {
  if (ours.length === 0) return [];
  const shown = ours.slice(0, NAMED).map((row) => {
    const place = plainText(accountName(row.account), ACCOUNT) || row.account;
    return `• ${plainText(row.displayId, 40)} in ${place}, ${severityName(row.severity)}: ${row.withheld ? 'withheld' : nameOf(row, SUBJECT)}`;
  });
  const more = ours.length - shown.length;
  return ['Waiting for us:', ...shown, ...(more > 0 ? [`• and ${more.toLocaleString('en-US')} more`] : [])];
}

function byUrgency(one: CaseRow, other: CaseRow): number {
  const waited = (row: CaseRow) => ourTurnSince(row) ?? row.createdAt;
  return (
    rankOf(one.severity) - rankOf(other.severity) ||
    Date.parse(waited(one)) - Date.parse(waited(other)) ||
    (one.displayId < other.displayId ? -1 : 1)
  );
}

function rankOf(severity: string): number {
  const rank = WORST_FIRST.indexOf(severity);
  return rank < 0 ? 2.5 : rank;
}
