import { type AwsBackend, type AwsCall, AwsError, awsJsonBackend } from '#local/proxy/aws-call.ts';
import type { Organization } from './acting-account.ts';
import { eventFilter } from './health-filter.ts';
import { refuseBadPageSize, refuseOutsider, requiredArn, subscriber, upToTen } from './health-rules.ts';
import { toDetails, toEntities, toSummary } from './health-shapes.ts';
import { pageOf } from './paging.ts';
import type { HealthApiEvent } from './world.ts';

type Input = Record<string, unknown>;
type AccountFilter = { eventArn?: unknown; awsAccountId?: unknown };

/** The AWS Health API, the operations of one account and those of an Organization. */
export function healthBackend(organization: Organization): AwsBackend {
  const { world } = organization;

  const find = (arn: unknown): HealthApiEvent | undefined => {
    const wanted = requiredArn(arn);
    return world.health.events.find((event) => event.arn === wanted);
  };
  const ofAccount = (account: string) => (event: HealthApiEvent) =>
    event.eventScopeCode === 'PUBLIC' || event.affected[account] !== undefined;
  /** For those who may see all accounts. */
  const forOrganization =
    (answer: (input: Input, call: AwsCall) => unknown) => (input: Input, call: AwsCall) => {
      refuseOutsider(organization, subscriber(organization, call));
      return answer(input, call);
    };

  return awsJsonBackend({
    DescribeEvents: (input, call) => {
      refuseBadPageSize(input, 1);
      const { id } = subscriber(organization, call);
      const events = world.health.events.filter(ofAccount(id)).filter(eventFilter(input));
      return listed('events', events.map(toSummary), input, call);
    },
    DescribeEventDetails: (input, call) => {
      const { id } = subscriber(organization, call);
      const answers = upToTen(input, 'eventArns').map((eventArn) => {
        const event = find(eventArn);
        return event && ofAccount(id)(event) ? toDetails(event, id) : notFound({ eventArn });
      });
      return succeededAndFailed(answers);
    },
    DescribeAffectedEntities: (input, call) => {
      refuseBadPageSize(input, 1);
      const { id } = subscriber(organization, call);
      const arns = upToTen(input['filter'] as Input, 'eventArns');
      const entities = arns.flatMap((arn) => toEntitiesOf(find(arn), id));
      return listed('entities', entities, input, call);
    },

    DescribeEventsForOrganization: forOrganization((input, call) => {
      refuseBadPageSize(input, 1);
      return listed('events', world.health.events.filter(eventFilter(input)).map(toSummary), input, call);
    }),
    DescribeAffectedAccountsForOrganization: forOrganization((input, call) => {
      refuseBadPageSize(input, 10);
      const event = find(input['eventArn']);
      const accounts = event && event.eventScopeCode !== 'PUBLIC' ? Object.keys(event.affected) : [];
      const answer = listed('affectedAccounts', accounts, input, call);
      return { ...answer, eventScopeCode: event?.eventScopeCode ?? 'NONE' };
    }),
    DescribeEventDetailsForOrganization: forOrganization((input) => {
      const filters = upToTen<AccountFilter>(input, 'organizationEventDetailFilters');
      const answers = filters.map((filter) => {
        const account = typeof filter.awsAccountId === 'string' ? filter.awsAccountId : undefined;
        const event = find(filter.eventArn);
        if (!event || !isToldTo(event, account)) return notFound(filter);
        return { ...(account ? { awsAccountId: account } : {}), ...toDetails(event, account) };
      });
      return succeededAndFailed(answers);
    }),
    DescribeAffectedEntitiesForOrganization: forOrganization((input, call) => {
      refuseBadPageSize(input, 1);
      const filters = upToTen<AccountFilter>(input, 'organizationEntityAccountFilters');
      const answers = filters.map((filter) => {
        const account = typeof filter.awsAccountId === 'string' ? filter.awsAccountId : '';
        const event = find(filter.eventArn);
        return event && isToldTo(event, account) ? toEntitiesOf(event, account) : notFound(filter);
      });
      const failedSet = answers.filter(isFailure);
      const entities = answers.flatMap((answer) => (isFailure(answer) ? [] : answer));
      return { ...listed('entities', entities, input, call), failedSet };
    }),
    DescribeHealthServiceStatusForOrganization: (_, call) => {
      const { id } = subscriber(organization, call);
      if (id !== world.managementAccount)
        throw new AwsError('AccessDeniedException', 'Only the management account may ask for this.');
      const isEnabled = world.health.organizationalView;
      return { healthServiceAccessStatusForOrganization: isEnabled ? 'ENABLED' : 'DISABLED' };
    },
  });
}

const PAGING = { pageSize: 100, emptyPages: false, badToken: 'InvalidPaginationToken' };
/** Of one that asks for no number. */
const USUAL_RESULTS = 10;

function listed(name: string, items: unknown[], { nextToken, maxResults, ...input }: Input, call: AwsCall) {
  const asked = { ...input, MaxResults: maxResults ?? USUAL_RESULTS, NextToken: nextToken };
  const { page, NextToken } = pageOf(items, asked, call, PAGING);
  return { [name]: page, ...(NextToken ? { nextToken: NextToken } : {}) };
}

/** A public event is asked for without an account, all others with one that they affect. */
function isToldTo({ eventScopeCode, affected }: HealthApiEvent, account: string | undefined): boolean {
  if (eventScopeCode === 'PUBLIC') return account === undefined;
  return account !== undefined && affected[account] !== undefined;
}

function toEntitiesOf(event: HealthApiEvent | undefined, account: string) {
  return event ? toEntities(event, account) : [];
}

type Failed = AccountFilter & { errorName: string; errorMessage: string };

function notFound({ eventArn, awsAccountId }: AccountFilter): Failed {
  const errorMessage = "We couldn't find an event that matches your request.";
  return {
    eventArn,
    ...(typeof awsAccountId === 'string' ? { awsAccountId } : {}),
    errorName: 'EventNotFound',
    errorMessage,
  };
}

function isFailure(answer: object): answer is Failed {
  return 'errorName' in answer;
}

function succeededAndFailed(answers: object[]) {
  return {
    successfulSet: answers.filter((answer) => !isFailure(answer)),
    failedSet: answers.filter(isFailure),
  };
}
