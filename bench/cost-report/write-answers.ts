import { folderStore } from '#bin/commands/reports/folder-store.ts';
import { METRICS, pagesNameOf, questionsOf } from '#lambdas/cost-reports/cost-explorer/question.ts';
import { rawPages } from '#lambdas/cost-reports/cost-explorer/raw-pages.ts';
import type { Period, UsageQuery } from '#lambdas/cost-reports/cost-query.ts';
import { addMonths, firstDayOf, monthsIn } from '#lambdas/cost-reports/periods.ts';
import { formatDecimal } from '#lambdas/runtime/decimal.ts';
import { accountId, type Cost, costsByAccount, costsByRegion, costsByService } from './many-costs.ts';
import { MESSAGE, queryBy, RUN } from './the-run.ts';

// Run as a process of its own, as `node write-answers.ts FOLDER 1000`: writes what a run would have bought for so
// many accounts, page by page as AWS sends it. A page may end within a month.
const SERVICES = 60;
const REGIONS = 20;
const GROUPS_A_PAGE = 5000;
/** Of each amount, exact in units of 10⁻¹⁰ dollars: whatever the costs are grouped by, they come to the same. */
const PER_MILLE = [1001n, 1013n, 957n, 969n];

type Group = { period: Period; cost: Cost };

const [folder = '', count = ''] = process.argv.slice(2);
const accounts = Number(count);
const raw = rawPages(folderStore(folder), RUN);

async function writeAnswer(query: UsageQuery, costsOf: (costs: Cost[]) => Cost[]): Promise<number> {
  const groups = monthsIn(query.period).flatMap((month, index) => {
    const period = periodOf(month, query.period);
    return costsOf(costsByAccount(index, accounts)).map((cost): Group => ({ period, cost }));
  });
  const [question] = questionsOf(query);
  const place = { query: pagesNameOf(query, question), attempt: 1 };
  const pages = Math.ceil(groups.length / GROUPS_A_PAGE);
  for (let page = 1; page <= pages; page += 1) {
    const answer = {
      GroupDefinitions: question.input['GroupBy'],
      ResultsByTime: resultsOf(groups.slice((page - 1) * GROUPS_A_PAGE, page * GROUPS_A_PAGE)),
      DimensionValueAttributes: query.groupBy[0]?.key === 'LINKED_ACCOUNT' ? accountNames() : [],
    };
    const token = page > 1 ? `page-${page}` : undefined;
    const nextToken = page < pages ? `page-${page + 1}` : undefined;
    await raw.write(place, { question, token, nextToken, fetchedAt: MESSAGE.at, page, answer });
  }
  return groups.length;
}

function periodOf(month: string, { end }: Period): Period {
  const after = firstDayOf(addMonths(month, 1));
  return { start: firstDayOf(month), end: after > end ? end : after };
}

function resultsOf(groups: readonly Group[]) {
  return [...Map.groupBy(groups, ({ period }) => period)].map(([{ start, end }, own]) => ({
    TimePeriod: { Start: start, End: end },
    Total: {},
    Groups: own.map(groupOf),
    Estimated: end > firstDayOf(MESSAGE.at.slice(0, 7)),
  }));
}

function groupOf({ cost: { key, recordType, amount } }: Group) {
  const metrics = METRICS.map((metric, index) => {
    const exact = amount * (PER_MILLE[index] ?? 0n);
    return [metric, { Amount: formatDecimal(exact), Unit: 'USD' }] as const;
  });
  return { Keys: [key, recordType], Metrics: Object.fromEntries(metrics) };
}

function accountNames() {
  return Array.from({ length: accounts }, (_, index) => ({
    Value: accountId(index),
    Attributes: { description: `Team ${index % 40}, account ${index + 1}` },
  }));
}

const groups = {
  accounts: await writeAnswer(queryBy('LINKED_ACCOUNT'), (costs) => costs),
  services: await writeAnswer(queryBy('SERVICE'), (costs) => costsByService(costs, SERVICES)),
  regions: await writeAnswer(queryBy('REGION'), (costs) => costsByRegion(costs, REGIONS)),
};
process.stdout.write(JSON.stringify(groups));
