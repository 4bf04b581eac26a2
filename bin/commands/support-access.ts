import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { defineCommand } from '#bin/commands/command-line/command.ts';
import { UsageError } from '#bin/commands/command-line/errors.ts';
import { readSettings } from '#bin/commands/read-settings.ts';
import { stackOption } from '#bin/commands/stack-option.ts';
import { casePolicies, POLICY_CHARACTERS } from '#bin/commands/support/access/case-policies.ts';
import { nameIn, openAccountBook } from '#bin/commands/support/account-book.ts';
import { caseFilters } from '#bin/commands/support/case-filters.ts';
import { chooseAccounts } from '#bin/commands/support/choose-accounts.ts';
import { findCasePlaces } from '#bin/commands/support/open-cases.ts';

export const supportAccess = defineCommand({
  name: 'support access',
  summary: 'Prints the IAM policy of those who read the cases of some accounts',
  details:
    'For a role of the hub account: it may then list, show, search and export the redacted cases of these accounts\n' +
    'with --account, and nothing else. Nothing is changed. The accounts of a unit or an owner are those of today:\n' +
    'print it anew when accounts come or go.',
  parameters: [],
  options: {
    account: caseFilters.account,
    ou: caseFilters.ou,
    owner: caseFilters.owner,
    all: { type: 'boolean', about: 'Of every account, now and later' },
    stack: stackOption,
  },

  async run({ options: { all = false, stack, ...given } }, terminal) {
    const book = await openAccountBook(await readSettings(), stack);
    const chosen = chooseAccounts(book, given);
    if ((chosen === undefined) !== all)
      throw new UsageError('support access needs --account, --ou or --owner; or --all, alone.');
    const places = await findCasePlaces(stack);
    const { Account = '', Arn = '' } = await new STSClient({}).send(new GetCallerIdentityCommand({}));
    const partition = Arn.split(':')[1] ?? 'aws';
    const place = `${places.region}:${Account}`;
    const policies = casePolicies(chosen ?? 'all', {
      stack: `arn:${partition}:cloudformation:${place}:stack/${stack}/*`,
      table: `arn:${partition}:dynamodb:${place}:table/${places.table}`,
      bucket: `arn:${partition}:s3:::${places.bucket}`,
    });
    if (chosen) terminal.progress(`Accounts: ${chosen.map(nameIn(book)).join(', ')}.`);
    if (policies.length > 1) {
      const limit = POLICY_CHARACTERS.toLocaleString('en-US');
      terminal.progress(
        `These are ${policies.length} policies, as a managed policy holds ${limit} characters: attach all of them.`,
      );
    }
    const text = policies.map((policy) => JSON.stringify(policy, null, 2)).join('\n');
    terminal.answer(text, { accounts: chosen ?? 'all', policies });
  },
});
