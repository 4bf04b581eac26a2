import { createHash } from 'node:crypto';
import type { Observation } from '#lambdas/contracts/observation.ts';
import type { Account } from '#lambdas/contracts/settings.ts';
import type { CaseChange } from '#lambdas/contracts/support/case-change.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { caseStateOf } from '#lambdas/contracts/support/case-state.ts';
import { caseUrlOf } from '#lambdas/contracts/support/case-url.ts';
import { isOurTurn } from '#lambdas/contracts/support/whose-turn.ts';
import { summaryOf, titleOf, withheldText } from '#lambdas/support-cases/tell/case-words.ts';
import { entryOf } from '#lambdas/support-cases/tell/entry-of.ts';
import { firstAnswerText } from '#lambdas/support-cases/tell/first-answer-text.ts';
import { labelsOf } from '#lambdas/support-cases/tell/labels.ts';
import { plainText } from '#lambdas/support-cases/tell/plain-text.ts';
import { toldSeverity } from '#lambdas/support-cases/tell/severity-words.ts';
import { turnText } from '#lambdas/support-cases/tell/turn-text.ts';

type Context = {
  account: Account;
  firstAnswerMinutes: Record<string, number>;
  partition: string;
};

const NAME = 60;
const LONGEST_ID = 100;

/**
 * A case as it stands, and what is new of it: one alert from its first day to its last. Without changes it only renews
 * what the message says. It depends on what the row says, not on when it is told.
 */
export function toObservation(row: CaseRow, changes: CaseChange[], context: Context): Observation {
  const { account, firstAnswerMinutes, partition } = context;
  const key = `support-case/${row.account}/${idOf(row.displayId)}`;
  const isResolved = caseStateOf(row.status) === 'resolved';
  const url = caseUrlOf(row, partition);
  const name = plainText(account.name ?? '', NAME);
  return {
    kind: 'observation',
    key,
    scope: key,
    source: 'support',
    part: {
      id: row.account,
      account: row.account,
      ...(name ? { accountName: name } : {}),
      // Without a status, of which channels would count one still open.
      resources: [{ id: `case ${plainText(row.displayId, NAME)}`, url }],
      status: isResolved ? 'resolved' : 'open',
      orderedBy: [['version', row.version]],
    },
    severity: toldSeverity(row.severity, isOurTurn(row)),
    title: titleOf(row),
    summary: summaryOf(row),
    // Slack shows four of these and commands together.
    facts: [
      { label: 'Whose turn it is', value: turnText(row) },
      { label: 'First answer of AWS', value: firstAnswerText(row, firstAnswerMinutes) },
      ...(row.withheld ? [{ label: 'Withheld', value: withheldText(row.withheld) }] : []),
    ],
    links: [{ label: plainText(`Open the case, signed in to ${name || row.account}`, 75), url }],
    labels: labelsOf(row, account),
    ...(account.owner ? { owner: account.owner } : {}),
    startsAt: row.createdAt,
    ...(isResolved && row.resolvedAt ? { endsAt: row.resolvedAt } : {}),
    remindAt: [],
    related: [],
    entry: entryOf(row, changes, firstAnswerMinutes),
    actions: row.withheld ? [] : [showAction(row)],
  };
}

function showAction({ displayId, account }: CaseRow): Observation['actions'][number] {
  const command = `npm run reeve -- support show ${quoted(plainText(displayId, LONGEST_ID))} --account ${account}`;
  return { id: 'show', label: 'Read the case', command };
}

/** A key has its limit, and what it is made of has none. */
function idOf(displayId: string): string {
  if (displayId.length <= LONGEST_ID) return displayId;
  return createHash('sha256').update(displayId).digest('hex');
}

/** For a shell; nothing of a stranger's text may end the quotes. */
function quoted(text: string): string {
  return /^[\w][\w-]*$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
