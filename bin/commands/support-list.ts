import { defineCommand } from '#bin/commands/command-line/command.ts';
import { stackOption } from '#bin/commands/stack-option.ts';
import { nameIn } from '#bin/commands/support/account-book.ts';
import { caseFilters } from '#bin/commands/support/case-filters.ts';
import { describeCases } from '#bin/commands/support/describe-cases.ts';
import { findCases } from '#bin/commands/support/find-cases.ts';
import { describeOld, oldAccounts } from '#bin/commands/support/old-accounts.ts';

export const supportList = defineCommand({
  name: 'support list',
  summary: 'Lists support cases of all accounts, those first that wait for you',
  details:
    'Open cases, unless --all or --status. TURN says who has to do something next. Reads what the last sweep\n' +
    'kept, with the credentials of whoever asks, and writes down in the bucket of redacted cases who did. Without\n' +
    '--account, --ou or --owner it needs the right to read the cases of all accounts.',
  parameters: [],
  options: {
    ...caseFilters,
    all: { type: 'boolean', about: 'Resolved ones, too' },
    stack: stackOption,
  },

  async run({ options: { all = false, stack, ...given } }, terminal) {
    const open = !all && (given.status ?? []).length === 0;
    const { cases, book, known, chosen, asked, empty } = await findCases(stack, given, open);
    await cases.audit('support list', asked, chosen);
    const why = chosen.length === 0 ? empty() : [];
    const nameOf = nameIn(book);
    const old = oldAccounts(chosen, known, book, new Date());
    const marked = new Set(old.map(({ account }) => account));
    const lines =
      chosen.length === 0 ? why : [...describeCases(chosen, nameOf, marked), ...describeOld(old, nameOf)];
    const data = { count: chosen.length, known: known.rows.length, why, old, cases: chosen };
    terminal.answer(lines.join('\n'), data);
  },
});
