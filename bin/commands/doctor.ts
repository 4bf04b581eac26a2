import { defineCommand } from '#bin/commands/command-line/command.ts';
import { Failure } from '#bin/commands/command-line/errors.ts';
import { allChecks } from '#bin/commands/doctor/all-checks.ts';
import { chooseChecks } from '#bin/commands/doctor/choose-checks.ts';
import { describeChecks } from '#bin/commands/doctor/describe-checks.ts';
import { openContext } from '#bin/commands/doctor/open-context.ts';
import { countVerdicts, isWell } from '#bin/commands/doctor/report/count-verdicts.ts';
import { describeFindings } from '#bin/commands/doctor/report/describe-findings.ts';
import { runChecks } from '#bin/commands/doctor/run-checks.ts';
import { readSettings } from '#bin/commands/read-settings.ts';
import { stackOption } from '#bin/commands/stack-option.ts';
import { VERSION } from '#lib/platform/version.ts';

export const doctor = defineCommand({
  name: 'doctor',
  summary: 'Checks what Reeve needs, here and in AWS, and says how to mend it',
  details:
    'Nothing is changed. With credentials of the hub account all is seen: the other accounts by its role\n' +
    'reeve-doctor. With those of the management account, before anything is deployed, what that one knows.\n' +
    '"not seen" means that a permission or a way is missing, and says nothing of how it is there. Exit code 1:\n' +
    'something failed or was not seen; warnings and what the settings do not need leave it 0.\n\n' +
    `Checks, and the actions that they call:\n\n${describeChecks(allChecks)}`,
  parameters: [],
  options: {
    only: { type: 'string', value: 'CHECK,…', about: 'Some checks, by name' },
    'send-test': { type: 'boolean', about: 'Also post a harmless message to each channel' },
    stack: stackOption,
  },

  async run({ options: { only, stack, 'send-test': sendsTests = false } }, terminal) {
    const checks = chooseChecks(allChecks, only);
    const context = await openContext({
      settings: await readSettings(),
      stack,
      now: new Date(),
      sendsTests,
      progress: terminal.progress,
    });
    const findings = await runChecks(checks, context);
    const counts = countVerdicts(findings);
    const { me } = context;
    terminal.answer(describeFindings(findings, checks), { version: VERSION, identity: me, counts, findings });
    if (!isWell(counts)) throw new Failure('Not all is well: the lines with an arrow say what to do.');
  },
});
