import type { Account } from '#lambdas/contracts/settings.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { caseStateOf } from '#lambdas/contracts/support/case-state.ts';
import { isOurTurn } from '#lambdas/contracts/support/whose-turn.ts';
import { plainText } from '#lambdas/support-cases/tell/plain-text.ts';

const LENGTH = 200;

/** What routes and mutes can ask of a case: `service`, `category`, `severity`, `status`, `state`, `language`, `ou`, `tag:team` … */
export function labelsOf(row: CaseRow, { ou, tags }: Account): Record<string, string[]> {
  const { service, category, severity, status, language, withheld } = row;
  const ofCase: [string, string | undefined][] = [
    ['service', service],
    ['category', category],
    ['severity', severity],
    ['status', status],
    ['state', isOurTurn(row) ? 'waiting-for-us' : caseStateOf(status)],
    ['language', language],
    ['withheld', withheld],
  ];
  const ofAccount = Object.entries(tags).map(([key, value]): [string, string] => [`tag:${key}`, value]);
  const cut = ofCase.map(([name, value]): [string, string] => [name, plainText(value ?? '', LENGTH)]);
  const all: [string, string][] = [
    ...cut,
    ...(ou ? [['ou', ou] satisfies [string, string]] : []),
    ...ofAccount,
  ];
  return Object.fromEntries(all.flatMap(([name, value]) => (value ? [[name, [value]]] : [])));
}
