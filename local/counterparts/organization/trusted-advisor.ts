import { type AwsAnswer, type AwsBackend, type AwsCall, AwsError } from '#local/proxy/aws-call.ts';
import { actingAccount, type Organization } from './acting-account.ts';
import { LANGUAGES } from './advisor-languages.ts';
import { openToken, sealToken } from './paging.ts';
import { hasSupportApi } from './support-plans.ts';
import type { WorldCheck } from './world-advisor.ts';

const PILLARS = [
  'cost_optimizing',
  'performance',
  'security',
  'service_limits',
  'fault_tolerance',
  'operational_excellence',
];
const SOURCES = [
  'aws_config',
  'compute_optimizer',
  'cost_explorer',
  'lse',
  'manual',
  'pse',
  'rds',
  'resilience',
  'resilience_hub',
  'security_hub',
  'stir',
  'ta_check',
  'well_architected',
  'cost_optimization_hub',
];
const MOST_RESULTS = 200;
const USUAL_RESULTS = 100;

/**
 * The Trusted Advisor API, as far as it lists checks. Without a plan it says the same as without a right.
 * https://docs.aws.amazon.com/trustedadvisor/latest/APIReference/API_ListChecks.html
 */
export function trustedAdvisorBackend(organization: Organization): AwsBackend {
  const { world } = organization;
  return async (call) => {
    try {
      const { pathname, searchParams } = new URL(call.path, 'https://trustedadvisor.invalid');
      if (call.method !== 'GET' || pathname !== '/v1/checks')
        throw new AwsError('UnknownOperationException', `${call.method} ${pathname} is not emulated`);
      refuseWithoutPlan(organization, call);
      return answer(200, listChecks(world.advisor.checks, searchParams));
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      return answer(error.status, { message: error.message }, error.code);
    }
  };
}

function listChecks(checks: WorldCheck[], query: URLSearchParams) {
  const pillar = choiceIn(query, 'pillar', PILLARS);
  const source = choiceIn(query, 'source', SOURCES);
  choiceIn(query, 'language', LANGUAGES);
  const service = serviceIn(query);
  const size = Number(query.get('maxResults') ?? USUAL_RESULTS);
  if (!Number.isInteger(size)) throw new AwsError('SerializationException', 'maxResults is no integer');
  if (!(size >= 1 && size <= MOST_RESULTS)) throw invalid('maxResults must be between 1 and 200');
  const list = JSON.stringify([pillar, source, service]);
  const token = query.get('nextToken');
  const from = token ? openToken<{ from: number }>(token, list, 'ValidationException').from : 0;
  const found = checks
    .filter(({ category }) => pillar === undefined || category === pillar)
    .filter((check) => source === undefined || sourceOf(check) === source)
    .filter(({ awsServices = [] }) => service === undefined || awsServices.includes(service));
  return {
    checkSummaries: found.slice(from, from + size).map(summaryOf),
    ...(from + size < found.length ? { nextToken: sealToken({ from: from + size }, list) } : {}),
  };
}

const sourceOf = ({ source = 'ta_check' }: WorldCheck) => source;

function summaryOf(check: WorldCheck) {
  const { id, name, category, columns, awsServices = [] } = check;
  return {
    id,
    arn: `arn:aws:trustedadvisor:::check/${id}`,
    name,
    description: `What ${name} looks at.`,
    pillars: [category],
    awsServices,
    source: sourceOf(check),
    metadata: Object.fromEntries(columns.map((column, index) => [String(index), column])),
  };
}

function choiceIn(query: URLSearchParams, field: string, choices: string[]): string | undefined {
  const value = query.get(field) ?? undefined;
  if (value !== undefined && !choices.includes(value))
    throw invalid(`${field} is not one of ${choices.join(', ')}`);
  return value;
}

function serviceIn(query: URLSearchParams): string | undefined {
  const service = query.get('awsService') ?? undefined;
  if (service !== undefined && (service.length < 2 || service.length > 30))
    throw invalid('awsService must have between 2 and 30 characters');
  return service;
}

function refuseWithoutPlan(organization: Organization, call: AwsCall): void {
  const account = actingAccount(organization, call);
  if (account && hasSupportApi(account.supportPlan)) return;
  throw new AwsError('AccessDeniedException', 'You do not have access to this operation', 403);
}

const invalid = (message: string) => new AwsError('ValidationException', message);

function answer(status: number, body: unknown, code?: string): AwsAnswer {
  const headers = { 'content-type': 'application/json', ...(code ? { 'x-amzn-errortype': code } : {}) };
  return { status, headers, body: JSON.stringify(body) };
}
