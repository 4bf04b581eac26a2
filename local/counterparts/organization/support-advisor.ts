import type { Clock } from '#local/clock.ts';
import { type AwsCall, AwsError } from '#local/proxy/aws-call.ts';
import type { Organization } from './acting-account.ts';
import { LANGUAGES } from './advisor-languages.ts';
import { checkShape, resultShape, summaryShape } from './advisor-shapes.ts';
import { refreshProgress } from './refresh-progress.ts';
import { resultOf, type WorldCheck } from './world-advisor.ts';

type Input = Record<string, unknown>;
type Operation = (input: Input, call: AwsCall) => unknown;

/**
 * The operations of the Support API about Trusted Advisor. `accountOf` refuses callers without a plan.
 * https://docs.aws.amazon.com/awssupport/latest/APIReference/API_Operations.html
 */
export function advisorOperations(
  { world }: Organization,
  accountOf: (call: AwsCall) => string,
  clock: Clock,
): Record<string, Operation> {
  const known = (id: unknown): WorldCheck => {
    if (id === undefined || id === null) throw invalid('checkId is required');
    const check = world.advisor.checks.find((one) => one.id === textOf(id));
    if (!check) throw invalid(`Invalid check ID: ${textOf(id)}`);
    return check;
  };
  const several = ({ checkIds }: Input): WorldCheck[] => {
    if (checkIds === undefined || checkIds === null) throw invalid('checkIds is required');
    if (!Array.isArray(checkIds)) throw malformed();
    return checkIds.map(known);
  };
  const result = (call: AwsCall, { id }: WorldCheck) => resultOf(world.advisor, accountOf(call), id);

  return {
    DescribeTrustedAdvisorChecks: ({ language }, call) => {
      accountOf(call);
      refuseLanguage(language, true);
      return { checks: world.advisor.checks.map(checkShape) };
    },
    DescribeTrustedAdvisorCheckSummaries: (input, call) => {
      accountOf(call);
      const summaries = several(input).map((check) => summaryShape(check, result(call, check), clock.now()));
      return { summaries };
    },
    DescribeTrustedAdvisorCheckResult: ({ checkId, language }, call) => {
      accountOf(call);
      refuseLanguage(language, false);
      const check = known(checkId);
      return { result: resultShape(check, result(call, check), clock.now()) };
    },
    DescribeTrustedAdvisorCheckRefreshStatuses: (input, call) => {
      accountOf(call);
      const checks = several(input);
      for (const check of checks) refuseAutomatic(check);
      return { statuses: checks.map((check) => refreshProgress(check.id, result(call, check), clock.now())) };
    },
    RefreshTrustedAdvisorCheck: ({ checkId }, call) => {
      accountOf(call);
      const check = known(checkId);
      refuseAutomatic(check);
      const asked = result(call, check);
      // Within the hour it is taken as asked already.
      if (refreshProgress(check.id, asked, clock.now()).millisUntilNextRefreshable === 0) {
        asked.askedAt = clock.now();
      }
      return { status: refreshProgress(check.id, asked, clock.now()) };
    },
  };
}

function refuseLanguage(language: unknown, isRequired: boolean): void {
  if (language === undefined && !isRequired) return;
  if (language === undefined || language === null) throw invalid('language is required');
  if (!LANGUAGES.includes(textOf(language))) throw invalid(`Invalid language: ${textOf(language)}`);
}

function refuseAutomatic({ id, isAutomatic }: WorldCheck): void {
  if (isAutomatic) throw invalid(`The check ${id} can not be refreshed`);
}

/** The JSON protocol refuses a value of another type before anybody looks at it. */
function textOf(value: unknown): string {
  if (typeof value !== 'string') throw malformed();
  return value;
}

const malformed = () =>
  new AwsError('SerializationException', 'A value is not of the type that the operation takes');
const invalid = (message: string) => new AwsError('InvalidParameterValueException', message);
