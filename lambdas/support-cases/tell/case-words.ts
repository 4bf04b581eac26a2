import type { CaseRow, WithheldReason } from '#lambdas/contracts/support/case-row.ts';
import { caseStateOf } from '#lambdas/contracts/support/case-state.ts';
import { isOurTurn } from '#lambdas/contracts/support/whose-turn.ts';
import { spanOf } from '#lambdas/runtime/span.ts';
import { counted } from '#lambdas/support-cases/tell/counted.ts';
import { momentText } from '#lambdas/support-cases/tell/moment-text.ts';
import { plainText } from '#lambdas/support-cases/tell/plain-text.ts';
import { severityName } from '#lambdas/support-cases/tell/severity-words.ts';
import { languageName, statusName } from '#lambdas/support-cases/tell/status-words.ts';

/** With our words before it, less than the 150 characters of a headline in Slack. */
const SUBJECT = 100;
const CODE = 60;
const MINUTE_MS = 60_000;
const REASONS: Record<WithheldReason, string> = {
  'account-and-billing': 'it is about the account or its bill',
  security: 'it is about security',
  account: 'the settings withhold cases of this account',
  ou: 'the settings withhold cases of this organizational unit',
  tag: 'the settings withhold cases of accounts with a tag that this one has',
};

/** How it stands and what it is about: `AWS waits for us: Failover takes ten minutes`. */
export function titleOf(row: CaseRow): string {
  return `${standingOf(row)}: ${nameOf(row, SUBJECT)}`;
}

/** The subject of a case, or its number where that may not be shown or is empty. */
export function nameOf({ subject, displayId, withheld }: CaseRow, length: number): string {
  const id = `case ${plainText(displayId, 40)}`;
  if (withheld) return `${id} (withheld)`;
  return plainText(subject, length) || id;
}

/** What is known of a case, and when what happened last; all of it as it was read, none of it by the clock. */
export function summaryOf(row: CaseRow): string {
  return [identityLine(row), ...endLines(row), threadLine(row)].join('\n');
}

/** Why nobody reads of it here what it is about, and where people do. */
export function withheldText(reason: WithheldReason): string {
  return `Subject and messages are withheld: ${REASONS[reason]}. Read them in the AWS console.`;
}

function standingOf(row: CaseRow): string {
  const state = caseStateOf(row.status);
  if (state === 'resolved') return 'Support case resolved';
  if (state === 'waiting-for-us') return 'AWS waits for us';
  return isOurTurn(row) ? 'AWS asks for access' : 'Support case';
}

/** Service, category and language of a withheld case would say what it is about, and who wrote it. */
function identityLine(row: CaseRow): string {
  const { displayId, severity, service, category, status, withheld } = row;
  const language = withheld ? undefined : row.language;
  const about = (withheld ? [] : [service, category]).map((code) => plainText(code, CODE)).filter(Boolean);
  const words = [
    `Case ${plainText(displayId, CODE)}`,
    severityName(severity),
    ...(about.length > 0 ? [about.join(' / ')] : []),
    ...(language ? [`in ${languageName(language)}`] : []),
  ];
  return `${words.join(', ')}. Status: ${statusName(status)}.`;
}

function endLines({ status, createdAt, resolvedAt, waitedMs }: CaseRow): string[] {
  if (caseStateOf(status) !== 'resolved' || resolvedAt === undefined) return [];
  const took = spanOf(Math.max(0, Date.parse(resolvedAt) - Date.parse(createdAt)));
  const waited = waitedMs >= MINUTE_MS ? ` For ${spanOf(waitedMs)} of it the case waited for us.` : '';
  return [`It took ${took}.${waited}`];
}

function threadLine({ messages, attachments, newest }: CaseRow): string {
  const files = attachments.length > 0 ? ` and ${counted(attachments.length, 'attachment')}` : '';
  const last = newest
    ? ` ${newest.from === 'aws' ? 'AWS' : 'We'} wrote last, on ${momentText(newest.at)}.`
    : '';
  return `${counted(messages, 'message')}${files}.${last}`;
}
