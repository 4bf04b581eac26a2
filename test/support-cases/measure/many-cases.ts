import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { aReadAccount, NOW } from '#test/support-cases/measure/a-publication.ts';
import { aCase, RULES } from '#test/support-cases/tell/a-case.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SEVERITIES = ['low', 'normal', 'normal', 'high', 'urgent', 'critical', 'low'];
const SERVICES = [
  'amazon-rds',
  'amazon-elastic-compute-cloud-linux',
  'aws-lambda',
  'amazon-eks',
  'amazon-s3',
];
const TARGETS: Record<string, number> = RULES.firstAnswerMinutes;

type Many = { accounts: number; casesEach: number; text?: string };

/** Accounts with cases of half a year, the same each time; `text` in place of what AWS or people call things. */
export function manyCases({ accounts, casesEach, text }: Many) {
  return Array.from({ length: accounts }, (_, number) => {
    const id = String(111122223333 + number);
    const known = aReadAccount(
      id,
      Array.from({ length: casesEach }, (__, index) => caseOf(id, number * casesEach + index, text)),
    );
    if (text) known.account.name = text;
    if (number % 5 === 4 && known.reading) known.reading.state = 'no-plan';
    return known;
  });
}

function caseOf(account: string, number: number, text: string | undefined): CaseRow {
  const severity = SEVERITIES[number % SEVERITIES.length] ?? 'low';
  const createdAt = NOW.getTime() - ((number * 37) % 180) * DAY_MS - number * 61_000;
  const minutes = (TARGETS[severity] ?? 0) * (0.1 + ((number * 7) % 13) / 10);
  const iso = (time: number) => new Date(time).toISOString();
  const state =
    ['resolved', 'resolved', 'resolved', 'work-in-progress', 'pending-customer-action'][number % 5] ?? '';
  const answeredAt = createdAt + minutes * 60_000;
  const isAnswered = answeredAt < NOW.getTime() && number % 17 !== 0;
  return aCase({
    account,
    displayId: String(176962049400621 + number),
    severity,
    service: text ?? SERVICES[(number * 3 + Math.floor(number / 5)) % SERVICES.length] ?? '',
    status: state,
    createdAt: iso(createdAt),
    ...(isAnswered ? { firstAnswerAt: iso(answeredAt) } : {}),
    ...(state === 'resolved' ? { resolvedAt: iso(Math.min(NOW.getTime(), createdAt + 5 * DAY_MS)) } : {}),
    ...(state === 'pending-customer-action'
      ? { waitingSince: iso(Math.max(createdAt, NOW.getTime() - (number % 9) * DAY_MS - HOUR_MS)) }
      : {}),
    waitedMs: (number % 6) * HOUR_MS,
    ...(number % 23 === 0 ? { isBaseline: true as const } : {}),
    foundBy: { event: number % 7, sweep: number % 11 === 0 ? 1 : 0 },
  });
}
