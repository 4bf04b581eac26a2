import { type AccountBook, nameIn } from '#bin/commands/support/account-book.ts';
import type { KnownCases } from '#bin/commands/support/case-table.ts';
import { type CaseChoice, chooseCases } from '#bin/commands/support/choose-cases.ts';
import { READING_WORDS, readingOf } from '#bin/commands/support/reading-words.ts';

type Asked = { book: AccountBook; scope: readonly string[] | undefined; choice: CaseChoice };

const NAMED = 5;
/** Why there is no case: because of a filter, because accounts are not read and which, or since AWS has none. */
export function whyEmpty({ rows, readings }: KnownCases, { book, scope, choice }: Asked): string[] {
  const accounts = scope ?? [...new Set([...book.all.map(({ id }) => id), ...readings.keys()])];
  const troubles = Object.entries(READING_WORDS).flatMap(([state, reason]) => {
    const ids = accounts.filter((id) => readingOf(readings.get(id)) === state);
    return ids.length > 0 ? [`- ${namesOf(ids, book)}: ${reason}.`] : [];
  });
  const read = accounts.filter((id) => readingOf(readings.get(id)) === 'ok').length;
  const first =
    rows.length > 0
      ? `None of ${rows.length} known cases is asked for.${whichFilter(rows, choice)}`
      : read > 0
        ? `No case is known. ${read} of ${accounts.length} accounts were read, and AWS has no case of them.`
        : 'No case is known, since no account was read.';
  return [first, ...troubles];
}

/** The one filter without which there were some. */
function whichFilter(rows: KnownCases['rows'], choice: CaseChoice): string {
  const wider: [string, Partial<CaseChoice>][] = [
    ['that are resolved', { open: false }],
    ['without --waiting', { waiting: false }],
    ['without --status', { status: [] }],
    ['without --severity', { severity: [] }],
    ['without --service', { service: [] }],
    ['without --subject', { subject: undefined }],
    ['without --from and --to', { from: undefined, to: undefined }],
  ];
  const found = wider
    .map(([words, part]) => ({ words, count: chooseCases(rows, { ...choice, ...part }).length }))
    .filter(({ count }) => count > 0);
  return found.length > 0
    ? ` There are ${found.map(({ words, count }) => `${count} ${words}`).join(', ')}.`
    : '';
}

function namesOf(ids: readonly string[], book: AccountBook): string {
  const name = nameIn(book);
  const more = ids.length - NAMED;
  const words = ids.slice(0, NAMED).map(name);
  return more > 0 ? `${words.join(', ')} and ${more} more` : words.join(', ');
}
