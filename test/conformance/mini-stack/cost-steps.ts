import assert from 'node:assert/strict';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Decimal } from 'decimal.js';
import settings from '#config';
import { groupedTable } from '#lambdas/contracts/cost-tables.ts';
import { stateKey, tableKey } from '#lambdas/contracts/report-keys.ts';
import { RUN_SETS } from '#lambdas/cost-reports/cost-message.ts';
import type { RequestCount } from '#lambdas/cost-reports/cost-state.ts';
import { addMonths, dayOf, monthOf } from '#lambdas/cost-reports/periods.ts';
import { planRun } from '#lambdas/cost-reports/plan/plan-run.ts';
import { costSettingsOf } from '#lib/costs/cost-settings.ts';
import { readQueries } from '#lib/platform/read-queries.ts';
import { billedRequests } from '#local/counterparts/cost-explorer/billed.ts';
import { askAthena } from '#test/conformance/mini-stack/ask-athena.ts';
import { deployedFiles } from '#test/conformance/mini-stack/deployed-files.ts';
import type { DeployedHub } from '#test/conformance/mini-stack/deployed-hub.ts';
import type { Step } from '#test/conformance/mini-stack/play-scenario.ts';
import { tableOfLedger } from '#test/cost-reports/ledger-tables.ts';

const RUN_SECONDS = 300;
const SETTINGS = costSettingsOf(settings) ?? assert.fail('The settings have no costs');
const QUERIES = readQueries(join(import.meta.dirname, '../../../lib/costs/athena'));
const TABLE = groupedTable('accounts', 'MONTHLY');

/** Runs of cost-reports as it is deployed, from its queue to Athena and to chat. */
export const COST_STEPS: Step[] = [
  [
    'a monthly and a daily run of costs fill the bucket, and pay for the requests that they plan',
    async (hub) => {
      const at = new Date().toISOString();
      const plans = RUN_SETS.map((set) => planRun({ set, at, settings: SETTINGS }));
      for (const set of RUN_SETS) {
        await hub.sendToQueue(
          'CostReportsRunsQueue',
          JSON.stringify({ kind: 'run', set, at }),
          'cost-explorer',
        );
      }
      await hub.settled(RUN_SECONDS);
      const { keys, read } = await deployedFiles(hub.place);
      const key = stateKey('cost-reports', `requests-${monthOf(at)}`);
      const { runs, total } = JSON.parse((await read(key)).toString()) as RequestCount;
      assert.deepEqual(
        plans.map(({ run }) => runs[run]),
        plans.map(({ expectedRequests }) => expectedRequests),
      );
      assert.equal(billedRequests(hub.costs.billed), total);
      for (const prefix of ['raw/', 'tables/', 'exports/'])
        assert.ok(
          (await keys()).some((name) => name.startsWith(prefix)),
          `nothing at ${prefix}`,
        );
    },
  ],
  [
    'the accounts of last month in the bucket are the bill of the ledger to the last digit',
    async (hub) => {
      const { read } = await deployedFiles(hub.place);
      const lines = gunzipSync(await read(tableKey(TABLE.name, lastMonth())))
        .toString()
        .trimEnd();
      const rows = lines.split('\n').map((line) => JSON.parse(line) as Record<string, string>);
      const found = rows.map((row): [string, string] => [
        [row['period_start'], row['account'], row['record_type'], row['basis']].join('|'),
        row['amount'] ?? '',
      ]);
      assert.deepEqual(new Map(found), billOf(hub));
    },
  ],
  [
    'Athena runs every saved query in the deployed workgroup on the deployed tables, and sums what the ledger holds',
    async (hub) => {
      const months = [addMonths(lastMonth(), -1), lastMonth()];
      const parameters: Record<string, string[]> = {
        AccountsThatGrewQuery: months,
        CostOfATeamQuery: ['owner', 'payments'],
        ServicesThatGrewQuery: months,
        WhoseCommitmentsQuery: [lastMonth()],
      };
      const answers = new Map<string, string[][]>();
      for (const { id, sql } of QUERIES)
        answers.set(id, await askAthena(hub.call, sql, parameters[id] ?? []));
      const grown = answers.get('AccountsThatGrewQuery') ?? [];
      const after = grown.map(([account = '', , , cost = '']): [string, string] => [account, exact(cost)]);
      assert.deepEqual(new Map(after), sumsByAccount(billOf(hub)));
    },
  ],
  [
    'the digest of costs is in chat, its picture in the thread as it is in the bucket',
    async (hub) => {
      const { slack, conversations } = hub.products;
      const messages = slack.messages(conversations['ops'] ?? '');
      const digest = messages.find(({ text, thread_ts }) => !thread_ts && text.includes('AWS costs'));
      const pictures = messages
        .filter(({ thread_ts }) => thread_ts === digest?.ts)
        .flatMap(({ files = [] }) => files);
      const { keys, read } = await deployedFiles(hub.place);
      const drawn = (await keys()).filter((key) => key.endsWith('.png'));
      assert.deepEqual([drawn.length, pictures.length], [1, 1]);
      assert.equal(
        pictures[0]?.src,
        `data:image/png;base64,${(await read(drawn[0] ?? '')).toString('base64')}`,
      );
    },
  ],
];

const lastMonth = () => addMonths(monthOf(dayOf(new Date())), -1);
const exact = (amount: string | number) => new Decimal(amount).toFixed();

/** Last month by start, account, record type and basis. */
function billOf({ costs }: DeployedHub): Map<string, string> {
  const before = dayOf(new Date());
  return tableOfLedger(costs.ledger, 'accounts', { month: lastMonth(), before, isDaily: false });
}

function sumsByAccount(bill: Map<string, string>): Map<string, string> {
  const sums = new Map<string, Decimal>();
  for (const [key, amount] of bill) {
    const [, account = '', , basis] = key.split('|');
    if (basis === 'unblended') sums.set(account, (sums.get(account) ?? new Decimal(0)).plus(amount));
  }
  return new Map([...sums].map(([account, sum]) => [account, sum.toFixed()]));
}
