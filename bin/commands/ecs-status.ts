import { defineCommand } from '#bin/commands/command-line/command.ts';
import { Failure } from '#bin/commands/command-line/errors.ts';
import type { Context } from '#bin/commands/doctor/context.ts';
import { openContext } from '#bin/commands/doctor/open-context.ts';
import { addAlerts } from '#bin/commands/ecs/add-alerts.ts';
import { askAccounts } from '#bin/commands/ecs/ask-accounts.ts';
import { chooseAccounts } from '#bin/commands/ecs/choose-accounts.ts';
import { describeStandings } from '#bin/commands/ecs/describe-standings.ts';
import type { OpenAlert } from '#bin/commands/ecs/open-alert.ts';
import { readOpenAlerts } from '#bin/commands/ecs/read-open-alerts.ts';
import { toData } from '#bin/commands/ecs/to-data.ts';
import { toUnanswered, type Unanswered } from '#bin/commands/ecs/unanswered.ts';
import { readSettings } from '#bin/commands/read-settings.ts';
import { stackOption } from '#bin/commands/stack-option.ts';

export const ecsStatus = defineCommand({
  name: 'ecs status',
  summary: 'Shows how the services of Amazon ECS stand now, those in trouble first',
  details:
    'Asks ECS itself, in every account and Region of the settings, and adds what is open in the ledger. With\n' +
    'credentials of the hub account all is seen, by the role reeve-doctor; with others their own account.\n' +
    'STATE is down (no task runs), short (fewer than desired), failed (the last deployment), alert, rolling or\n' +
    'ok. Exit code 1: some account, Region or the ledger could not be asked; services in trouble leave it 0.',
  parameters: [],
  options: {
    account: { type: 'string', value: 'ACCOUNT', multiple: true, about: 'Of this account, by id or name' },
    region: { type: 'string', value: 'REGION', multiple: true, about: 'In this Region' },
    cluster: { type: 'string', value: 'CLUSTER', multiple: true, about: 'Of this cluster, by name' },
    stack: stackOption,
  },

  async run({ options: { account = [], region = [], cluster = [], stack } }, terminal) {
    const settings = await readSettings();
    if (settings.organization && !settings.ecs) {
      throw new Failure('There is no ECS in reeve.config.ts: write "ecs: {}" there and deploy.');
    }
    const now = new Date();
    const { progress } = terminal;
    const context = await openContext({ settings, stack, now, sendsTests: false, progress });
    const chosen = await chooseAccounts(context, account);
    const configured = [...new Set([context.homeRegion, ...settings.regions])];
    const regions = region.length > 0 ? [...new Set(region)] : configured;
    const question = { accounts: chosen.accounts, regions, clusters: cluster };
    const [answer, open] = await Promise.all([askAccounts(context, question), alertsOf(context)]);

    const standings = addAlerts(answer.services, open.alerts, question);
    const unanswered = [...chosen.unanswered, ...open.unanswered, ...answer.unanswered];
    terminal.answer(describeStandings(standings, unanswered, now), {
      askedAt: now.toISOString(),
      accounts: chosen.accounts,
      regions,
      ...toData(standings),
      unanswered,
    });
    if (unanswered.length > 0)
      throw new Failure('Not all could be seen: the lines with an arrow say what to do.');
  },
});

/** Without the ledger services are shown all the same. */
async function alertsOf(context: Context): Promise<{ alerts: OpenAlert[]; unanswered: Unanswered[] }> {
  try {
    return { alerts: await readOpenAlerts(context), unanswered: [] };
  } catch (error) {
    return { alerts: [], unanswered: [toUnanswered(error)] };
  }
}
