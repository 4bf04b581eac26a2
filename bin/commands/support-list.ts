import { defineCommand } from '#bin/commands/command-line/command.ts';
import { readSettings } from '#bin/commands/read-settings.ts';
import { stackOption } from '#bin/commands/stack-option.ts';
import { accountNames } from '#bin/commands/support/account-names.ts';
import { chooseCases } from '#bin/commands/support/choose-cases.ts';
import { describeCases } from '#bin/commands/support/describe-cases.ts';
import { openCases } from '#bin/commands/support/open-cases.ts';

export const supportList = defineCommand({
  name: 'support list',
  summary: 'Lists support cases of all accounts, those first that wait for you',
  details:
    'Open cases, unless --all. TURN says who has to write next. Reads what the last sweep kept, with the\n' +
    'credentials of whoever asks, and writes down in the bucket of redacted cases who did. Without --account\n' +
    'it needs the right to read the cases of all accounts.',
  parameters: [],
  options: {
    account: { type: 'string', value: 'ID', multiple: true, about: 'Of this account' },
    waiting: { type: 'boolean', about: 'Only those that wait for you' },
    all: { type: 'boolean', about: 'Resolved ones, too' },
    severity: { type: 'string', value: 'CODE', about: 'low, normal, high, urgent or critical' },
    service: { type: 'string', value: 'CODE', about: 'As the Support API names it' },
    subject: { type: 'string', value: 'TEXT', about: 'With this in the subject' },
    stack: stackOption,
  },

  async run({ options: { account = [], waiting = false, all = false, stack, ...choice } }, terminal) {
    const settings = await readSettings();
    const cases = await openCases(stack, () => new Date());
    const known = await cases.read(account);
    const chosen = chooseCases(known, { waiting, all, ...choice });
    await cases.audit('support list', { account, waiting, all, ...choice }, chosen);
    const empty =
      known.length === 0
        ? 'No case is known: no sweep has run yet, or no account has any or a support plan with an API (npm run reeve -- doctor).'
        : `None of ${known.length} known cases is asked for.`;
    const lines = chosen.length === 0 ? [empty] : describeCases(chosen, accountNames(settings));
    terminal.answer(lines.join('\n'), { count: chosen.length, known: known.length, cases: chosen });
  },
});
