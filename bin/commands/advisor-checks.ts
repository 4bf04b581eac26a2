import { ADVISOR_DAYS } from '#bin/commands/advisor/advisor-days.ts';
import { describeWatched } from '#bin/commands/advisor/describe-watched.ts';
import { rowData } from '#bin/commands/advisor/row-data.ts';
import { checkCounts, watchedChecks } from '#bin/commands/advisor/watched-checks.ts';
import { defineCommand } from '#bin/commands/command-line/command.ts';
import { Failure } from '#bin/commands/command-line/errors.ts';
import { readSettings } from '#bin/commands/read-settings.ts';
import { rowsOfDay } from '#bin/commands/reports/find-day.ts';
import { dayOptions, openDay } from '#bin/commands/reports/open-day.ts';
import type { KnownChecks } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import { ADVISOR_ITEMS } from '#lambdas/contracts/trusted-advisor/advisor-tables.ts';
import { readJson } from '#lambdas/runtime/report-store.ts';
import { CHECKS_KEY } from '#lambdas/trusted-advisor-sweep/publish/published-state.ts';

export const advisorChecks = defineCommand({
  name: 'advisor checks',
  summary: 'Shows which checks of Trusted Advisor are watched, and why others are not',
  details:
    'The checks are those that AWS offered when accounts were read last. Which are watched is as\n' +
    'reeve.config.ts says now; how many items they flag is as on the day.',
  parameters: [],
  options: { all: { type: 'boolean', about: 'Each check by its name' }, ...dayOptions },

  async run({ options }, terminal) {
    const { trustedAdvisor } = await readSettings();
    if (!trustedAdvisor)
      throw new Failure(
        'There is no Trusted Advisor in reeve.config.ts: write "trustedAdvisor: {}" there and deploy.',
      );
    const { store, day, about } = await openDay(ADVISOR_DAYS, ADVISOR_ITEMS, options, terminal);
    const known = await readJson<KnownChecks>(store, CHECKS_KEY);
    if (!known)
      throw new Failure(
        'Nobody knows yet which checks there are: no account has answered. See advisor accounts.',
      );
    const counts = checkCounts();
    for await (const batch of await rowsOfDay(store, day))
      for (const row of batch) counts.add(rowData(ADVISOR_ITEMS, row));
    const checks = watchedChecks(known.checks, trustedAdvisor, counts.of);
    const title = `Checks of Trusted Advisor, as AWS offered them on ${known.at.slice(0, 10)}`;
    const text = [title, '', ...describeWatched(checks, options.all ?? false)].join('\n');
    terminal.answer(text, { ...about, knownAt: known.at, checks });
  },
});
