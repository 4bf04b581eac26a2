import { defineCommand } from '#bin/commands/command-line/command.ts';
import { Failure } from '#bin/commands/command-line/errors.ts';
import { readSettings } from '#bin/commands/read-settings.ts';
import { stackOption } from '#bin/commands/stack-option.ts';
import { nameIn, openAccountBook } from '#bin/commands/support/account-book.ts';
import { chooseAccounts } from '#bin/commands/support/choose-accounts.ts';
import { describeThread } from '#bin/commands/support/describe-thread.ts';
import { openCases } from '#bin/commands/support/open-cases.ts';

export const supportShow = defineCommand({
  name: 'support show',
  summary: 'Shows a support case with its whole thread, secrets taken out',
  details:
    'CASE is its number, as the console and the messages say it. Who read it is written down in the bucket of\n' +
    'redacted cases before anything is shown. With --account the right to read that account’s cases is enough.',
  parameters: ['case'],
  options: {
    account: { type: 'string', value: 'ID', about: 'The account whose case it is, by its id or name' },
    stack: stackOption,
  },

  async run({ parameters: [displayId = ''], options: { account, stack } }, terminal) {
    const book = await openAccountBook(await readSettings(), stack);
    const cases = await openCases(stack, () => new Date());
    const scope = chooseAccounts(book, { account: account === undefined ? [] : [account] });
    const known = await cases.read(scope);
    const row = known.rows.find((one) => one.displayId === displayId);
    if (!row) {
      const where = account === undefined ? '' : ` in ${account}`;
      throw new Failure(
        `There is no case ${displayId}${where}: npm run reeve -- support list --all shows all.`,
      );
    }
    await cases.audit('support show', { case: displayId, account }, [row]);
    const thread = row.withheld ? undefined : await cases.readThread(row);
    if (!thread && !row.withheld)
      throw new Failure(`The thread of case ${displayId} is gone; the next sweep reads it again.`);
    terminal.answer(describeThread(row, thread, nameIn(book)).join('\n'), { case: row, thread });
  },
});
