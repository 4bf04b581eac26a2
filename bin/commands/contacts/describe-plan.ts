import { textTable } from '#bin/commands/command-line/text-table.ts';
import { wordOf } from '#bin/commands/contacts/account-contacts.ts';
import { type Step, writesOf } from '#bin/commands/contacts/plan-contacts.ts';

/** A line for each account and contact, then the counts. */
export function describePlan(plan: Step[]): string {
  if (plan.length === 0) return 'The file is about no account that is in use.';
  const rows = plan.map((step) => [
    step.account,
    step.name ?? '',
    wordOf(step.type),
    `${actionWords(step)} (${step.from})`,
  ]);
  return [...textTable(rows), describeCounts(plan)].join('\n');
}

function actionWords({ action, fields }: Step): string {
  switch (action) {
    case 'unchanged':
      return 'unchanged';
    case 'set':
      return 'set: it has none';
    case 'change':
      return `change ${fields.join(', ')}`;
    case 'keep':
      return `keep: differs in ${fields.join(', ')}, --only-missing`;
    case 'unknown':
      return 'unknown: it could not be read, and is left as it is';
  }
}

function describeCounts(plan: Step[]): string {
  const count = (action: Step['action']) => plan.filter((step) => step.action === action).length;
  const kept = count('keep') > 0 ? `, ${count('keep')} kept` : '';
  return `${count('set')} to set, ${count('change')} to change, ${count('unchanged')} unchanged${kept}, ${count('unknown')} unknown.`;
}

/** What is left to do, or was done. */
export function describeOutcome(plan: Step[], written: number | undefined): string {
  const writes = writesOf(plan).length;
  if (writes === 0) return 'There is nothing to write.';
  return written === undefined
    ? 'Nothing was changed: add --yes to do it.'
    : `Wrote ${written} of ${writes} contacts.`;
}
