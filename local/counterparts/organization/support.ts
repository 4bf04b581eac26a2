import { Clock } from '#local/clock.ts';
import { type AwsBackend, type AwsCall, AwsError, awsJsonBackend } from '#local/proxy/aws-call.ts';
import { actingAccount, type Organization } from './acting-account.ts';
import { refuseOtherRegions } from './global-service.ts';
import { advisorOperations } from './support-advisor.ts';
import { severitiesOf } from './support-plans.ts';

type Input = Record<string, unknown>;

export type SupportOptions = Organization & { clock?: Clock };

/** The AWS Support API, for the accounts whose plan has one. There are no cases. */
export function supportBackend({ clock = new Clock(), ...organization }: SupportOptions): AwsBackend {
  const accountOf = (call: AwsCall) => {
    refuseOtherRegions(call);
    const account = actingAccount(organization, call);
    const severities = severitiesOf(account?.supportPlan ?? 'basic');
    if (!account || !severities) throw new AwsError('SubscriptionRequiredException', NO_SUBSCRIPTION);
    return { id: account.id, severities };
  };
  const severities = (input: Input, call: AwsCall): Record<string, string> => {
    const { severities } = accountOf(call);
    if (input['dryRun'] === true)
      throw new AwsError('DryRunOperationException', 'The request would have succeeded');
    return severities;
  };

  return awsJsonBackend({
    ...advisorOperations(organization, (call) => accountOf(call).id, clock),
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
