import { type AwsBackend, type AwsCall, AwsError, awsJsonBackend } from '#local/proxy/aws-call.ts';
import { actingAccount, type Organization } from './acting-account.ts';
import { refuseOtherRegions } from './global-service.ts';
import type { SupportPlan } from './world.ts';

type Input = Record<string, unknown>;

const USUAL = { low: 'Low', normal: 'Normal', high: 'High', urgent: 'Urgent' };
const ALL = { ...USUAL, critical: 'Critical' };

/** What AWS Support lets people choose, by plan; a plan without an entry has no API. */
const SEVERITIES: Partial<Record<SupportPlan, Record<string, string>>> = {
  business: USUAL,
  'business-plus': USUAL,
  'enterprise-on-ramp': ALL,
  enterprise: ALL,
};

/** The AWS Support API, for the accounts whose plan has one. There are no cases. */
export function supportBackend(organization: Organization): AwsBackend {
  const severities = (input: Input, call: AwsCall): Record<string, string> => {
    refuseOtherRegions(call);
    const severities = SEVERITIES[actingAccount(organization, call)?.supportPlan ?? 'basic'];
    if (!severities) throw new AwsError('SubscriptionRequiredException', NO_SUBSCRIPTION);
    if (input['dryRun'] === true)
      throw new AwsError('DryRunOperationException', 'The request would have succeeded');
    return severities;
  };

  return awsJsonBackend({
    DescribeSeverityLevels: (input, call) => ({
      severityLevels: Object.entries(severities(input, call)).map(([code, name]) => ({ code, name })),
    }),
    DescribeCases: (input, call) => {
      const { maxResults = 100, caseIdList = [] } = input;
      const isInBounds = Number(maxResults) >= 10 && Number(maxResults) <= 100;
      if (!isInBounds) throw invalid('maxResults must be between 10 and 100');
      if (Array.isArray(caseIdList) && caseIdList.length > 100)
        throw invalid('caseIdList has more than 100 ids');
      severities(input, call);
      return { cases: [] };
    },
  });
}

const NO_SUBSCRIPTION = 'Amazon Web Services Premium Support Subscription is required to use this service.';
const invalid = (message: string) => new AwsError('ValidationException', message);
