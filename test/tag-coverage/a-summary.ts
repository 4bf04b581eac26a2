import type { Account } from '#lambdas/contracts/settings.ts';
import { evaluateTags } from '#lambdas/contracts/tags/evaluate-tags.ts';
import { type CoverageSummary, sumCoverage, toDayEntry } from '#lambdas/tag-coverage/coverage-summary.ts';
import { coverageCounts } from '#lambdas/tag-coverage/judge/coverage-counts.ts';
import { addDays } from '#lambdas/tag-coverage/remember/days.ts';
import { aPolicy, BUCKET, QUEUE } from '#test/tag-coverage/a-policy.ts';

const DATE = '2026-11-23';
const REGIONS = ['eu-central-1', 'eu-west-1', 'us-east-1'];
const UNITS = ['/prod', '/prod/eu', '/lab', undefined];
const TAG_SETS: Record<string, string>[] = [
  { Owner: 'a', Environment: 'prod' },
  { Owner: 'a', Environment: 'moon' },
  { owner: 'a', Environment: 'test' },
  { Owner: '', Environment: 'test' },
  {},
];

export type ASummary = Partial<CoverageSummary> & {
  accountCount?: number;
  nameOf?: (index: number) => string;
  days?: number;
};

/** What a sweep of some accounts came to, the first of them the better tagged ones. */
export function aSummary({
  accountCount = 12,
  nameOf = (index) => `team-${index}`,
  days = 30,
  ...over
}: ASummary = {}): CoverageSummary {
  const policy = over.policy ?? aPolicy();
  const counts = coverageCounts(policy);
  const accountOf = (id: string): Account => {
    const index = Number(id);
    const ou = UNITS[index % UNITS.length];
    return { id, name: nameOf(index), tags: {}, ...(ou ? { ou } : {}) };
  };
  for (let index = 0; index < accountCount; index += 1) {
    for (const [place, region] of REGIONS.entries()) {
      for (let item = 0; item < 7; item += 1) {
        const type = item % 2 ? BUCKET : QUEUE;
        const tags = TAG_SETS[(item * (index % 4) + place * (index % 3)) % TAG_SETS.length] ?? {};
        counts.add(
          { account: String(index).padStart(12, '0'), region, type },
          evaluateTags(policy, type, tags),
        );
      }
      counts.addExempt({ account: String(index).padStart(12, '0'), region, type: BUCKET });
    }
  }
  const sums = sumCoverage(counts.cells(), policy, accountOf);
  const today = toDayEntry(sums, { date: DATE, version: policy.version, opened: 3, mended: 9 });
  const history = Array.from({ length: days }, (_, index) => ({
    ...today,
    date: addDays(DATE, index - days + 1),
    compliant: today.compliant - (days - 1 - index) * 2,
  })).filter((_, index) => index % 9 !== 5);
  return {
    ...sums,
    date: DATE,
    at: `${DATE}T04:50:00.000Z`,
    policy,
    leftOut: {
      madeByAws: 31,
      exempt: 36,
      outOfScope: 0,
      notRecorded: ['AWS::CloudWatch::Alarm'],
      blind: [],
      regions: 3,
    },
    asked: accountCount * 3,
    history,
    ...over,
  };
}
