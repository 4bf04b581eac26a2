import { type Category, categoryOf } from '#lambdas/cost-reports/record-type.ts';

/** What one account was charged for one service on a day. */
export type Charge = {
  day: string;
  account: string;
  accountName: string;
  service: string;
  region: string;
  recordType: string;
  category: Category;
  tagValue: string;
  amount: bigint;
};

export type Estate = {
  accounts: number;
  accountName?: (index: number) => string;
  tagValue?: (index: number) => string;
};

/** Service, its dollars a day, and what it grows by in a day, in thousandths. */
const SERVICES: [service: string, dollars: number, growth: number, recordType: string][] = [
  ['Amazon Elastic Compute Cloud - Compute', 420, 4, 'Usage'],
  ['Amazon Elastic Compute Cloud - Compute', 230, 0, 'SavingsPlanCoveredUsage'],
  ['Amazon Elastic Compute Cloud - Compute', -230, 0, 'SavingsPlanNegation'],
  ['Savings Plans for AWS Compute usage', 170, 0, 'SavingsPlanRecurringFee'],
  ['Amazon Relational Database Service', 260, 1, 'Usage'],
  ['Amazon Simple Storage Service', 145, 2, 'Usage'],
  ['EC2 - Other', 120, -6, 'Usage'],
  ['AWS Lambda', 62, 9, 'Usage'],
  ['Amazon CloudFront', 55, 0, 'Usage'],
  ['Amazon DynamoDB', 41, -3, 'Usage'],
  ['AmazonCloudWatch', 38, 1, 'Usage'],
  ['Amazon Bedrock', 25, 45, 'Usage'],
  ['AWS Key Management Service', 6, 0, 'Usage'],
  ['Amazon Route 53', 4, 0, 'Usage'],
  ['AWS Cost Explorer', 0.03, 0, 'Usage'],
  ['Amazon Elastic Compute Cloud - Compute', -85, 12, 'Credit'],
  ['Amazon Simple Storage Service', -7, 0, 'Refund'],
  ['Tax', 118, 1, 'Tax'],
  ['AWS Support (Business)', 96, 1, 'Support'],
];
const REGIONS = ['eu-central-1', 'eu-west-1', 'us-east-1', 'ap-northeast-1', 'NoRegion'];
const TEAMS = ['payments', 'search', 'platform', 'data', '', 'checkout', ''];
const NAMES = ['prod', 'staging', 'sandbox', 'data', 'security', 'shared-services', 'log-archive'];

/** What an estate is charged on some days: the same whenever it is asked, exact to the tenth decimal. */
export function chargesOf(
  days: readonly string[],
  { accounts, accountName = nameOf, tagValue = teamOf }: Estate,
): Charge[] {
  return days.flatMap((day) =>
    Array.from({ length: accounts }, (_, account) => {
      // The first account has the whole range, the others fewer services, as in life.
      const services =
        account === 0
          ? SERVICES
          : SERVICES.filter((_, index) => (index + account) % (accounts > 100 ? 9 : 3) === 0);
      return services.map(([service, dollars, growth, recordType], index) => ({
        day,
        account: String(account + 11).padStart(12, '0'),
        accountName: accountName(account),
        service,
        region: REGIONS[(account + index) % REGIONS.length] ?? 'global',
        recordType,
        category: categoryOf(recordType),
        tagValue: tagValue(account + index),
        amount: amountOf(dollars / (account + 1), growth, day, account),
      }));
    }).flat(),
  );
}

function amountOf(dollars: number, growth: number, day: string, account: number): bigint {
  const number = Date.parse(day) / 86_400_000 - 20_700;
  const weekend = [2, 3].includes(number % 7) ? 0.7 : 1;
  const wobble = 1 + 0.15 * Math.sin(number * 1.7 + account);
  const grown = Math.max(0.4, 1 + (growth * number) / 1000);
  return BigInt(Math.round(dollars * grown * weekend * wobble * 1e6)) * 10_000n + (dollars > 0 ? 7n : -3n);
}

function nameOf(index: number): string {
  return `${TEAMS[index % 5] || 'core'}-${NAMES[index % NAMES.length]}`;
}

function teamOf(index: number): string {
  return TEAMS[index % TEAMS.length] ?? '';
}
