import { defineCommand } from '#bin/commands/command-line/command.ts';
import { UsageError } from '#bin/commands/command-line/errors.ts';
import { stackOption } from '#bin/commands/stack-option.ts';
import { nameIn } from '#bin/commands/support/account-book.ts';
import { caseFilters } from '#bin/commands/support/case-filters.ts';
import { findCases } from '#bin/commands/support/find-cases.ts';
import { describeHits } from '#bin/commands/support/search/describe-hits.ts';
import { parseQuery } from '#bin/commands/support/search/parse-query.ts';
import { searchCases } from '#bin/commands/support/search/search-cases.ts';

export const supportSearch = defineCommand({
  name: 'support search',
  summary: 'Finds words in support cases, in any language, on this machine',
  details:
    'A case is found that has all of the words, in subject or messages.\n' +
    'English words find their forms and what begins with them; Japanese, Chinese and Korean ones stand as typed.\n' +
    'The redacted threads that the filters ask for are read each time, and nothing of them is kept on this disk.\n' +
    'Who searched which cases is written down in the bucket of redacted cases, without the words.',
  parameters: ['words …'],
  options: {
    ...caseFilters,
    open: { type: 'boolean', about: 'None that is resolved' },
    limit: { type: 'string', value: 'COUNT', default: '20', about: 'So many at most are shown' },
    stack: stackOption,
  },

  async run({ parameters, options: { open = false, limit: most, stack, ...given } }, terminal) {
    const query = parameters.join(' ');
    const terms = parseQuery(query);
    if (terms.length === 0) throw new UsageError('There is no letter, sign or digit in these words.');
    const limit = Number(most);
    if (!Number.isInteger(limit) || limit < 1) throw new UsageError('--limit must be a number from 1 on.');

    const { cases, book, chosen, asked, empty } = await findCases(stack, given, open);
    await cases.audit('support search', { ...asked, words: terms.length }, chosen);
    const nameOf = nameIn(book);
    const search = { cases, rows: chosen, nameOf, limit };
    const { found, hits } = await searchCases(query, search, terminal.progress);
    const withheld = chosen.filter((row) => row.withheld).length;
    const why =
      chosen.length === 0
        ? empty()
        : found.length === 0
          ? [`None of ${chosen.length} cases has all of these words.`]
          : [];
    if (found.length > hits.length)
      terminal.progress(`${found.length} cases are found; these are the first ${hits.length} (--limit).`);
    if (withheld > 0) terminal.progress(`Withheld, so that their texts are not looked into: ${withheld}.`);
    terminal.answer([...why, ...describeHits(hits, nameOf)].join('\n'), {
      found: found.length,
      searched: chosen.length,
      withheld,
      why,
      hits,
    });
  },
});
