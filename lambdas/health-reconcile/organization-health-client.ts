import type { AffectedEntity, Event } from '@aws-sdk/client-health';
import {
  DescribeAffectedAccountsForOrganizationCommand,
  DescribeEventDetailsForOrganizationCommand,
  type HealthClient,
  paginateDescribeAffectedAccountsForOrganization,
  paginateDescribeAffectedEntitiesForOrganization,
  paginateDescribeEventsForOrganization,
} from '@aws-sdk/client-health';
import { PUBLIC_PART } from '#lambdas/contracts/health-alert-key.ts';
import { askForAll } from '#lambdas/health-reconcile/ask-for-all.ts';
import type { Described, HealthApi } from '#lambdas/health-reconcile/health-api.ts';
import { asking } from '#lambdas/health-reconcile/health-errors.ts';

/** The most that AWS gives, for fewer calls: those about an Organization are scarce. */
const PAGE = { pageSize: 100 };

/** The Health API of an Organization: for its management account and a delegated administrator of Health. */
export function organizationHealth(client: HealthClient): HealthApi {
  return {
    listEvents: (given) =>
      asking('DescribeEventsForOrganization', async () => {
        const filter =
          'statuses' in given
            ? { eventStatusCodes: given.statuses }
            : { lastUpdatedTime: { from: given.updatedSince } };
        const listed: Event[] = [];
        for await (const { events = [] } of paginateDescribeEventsForOrganization(
          { client, ...PAGE },
          { filter },
        )) {
          listed.push(...events);
        }
        return listed;
      }),

    listParts: (eventArn) =>
      asking('DescribeAffectedAccountsForOrganization', async () => {
        const accounts = new Set<string>();
        for await (const page of paginateDescribeAffectedAccountsForOrganization(
          { client, ...PAGE },
          { eventArn },
        )) {
          if (page.eventScopeCode === 'PUBLIC') return [PUBLIC_PART];
          for (const account of page.affectedAccounts ?? []) accounts.add(account);
        }
        return [...accounts].sort();
      }),

    countAccounts: (eventArn) =>
      asking('DescribeAffectedAccountsForOrganization', async () => {
        const command = new DescribeAffectedAccountsForOrganizationCommand({ eventArn, maxResults: 100 });
        const { affectedAccounts = [], nextToken } = await client.send(command);
        return affectedAccounts.length > 0
          ? { count: affectedAccounts.length, isAll: nextToken === undefined }
          : undefined;
      }),

    describe: (eventArn, parts) =>
      asking('DescribeEventDetailsForOrganization', () =>
        askForAll<Described>(parts, async (some) => {
          const { successfulSet = [], failedSet = [] } = await client.send(
            new DescribeEventDetailsForOrganizationCommand({
              // A public event is refused with an account, any other without one.
              organizationEventDetailFilters: some.map((part) =>
                part === PUBLIC_PART ? { eventArn } : { eventArn, awsAccountId: part },
              ),
            }),
          );
          const found = successfulSet.flatMap(({ awsAccountId = PUBLIC_PART, event, eventDescription }) =>
            event
              ? [[awsAccountId, { event, description: eventDescription?.latestDescription ?? '' }] as const]
              : [],
          );
          return { found: new Map(found), errors: failedSet.map(({ errorName = 'unnamed' }) => errorName) };
        }),
      ),

    listEntities: (eventArn, accounts) =>
      asking('DescribeAffectedEntitiesForOrganization', () =>
        askForAll<AffectedEntity[]>(accounts, async (some) => {
          const found = new Map<string, AffectedEntity[]>(some.map((account) => [account, []]));
          const failed: { awsAccountId?: string | undefined; errorName?: string | undefined }[] = [];
          const organizationEntityAccountFilters = some.map((awsAccountId) => ({ eventArn, awsAccountId }));
          for await (const {
            entities = [],
            failedSet = [],
          } of paginateDescribeAffectedEntitiesForOrganization(
            { client, ...PAGE },
            { organizationEntityAccountFilters },
          )) {
            for (const entity of entities) found.get(entity.awsAccountId ?? '')?.push(entity);
            failed.push(...failedSet);
          }
          // A failure that names no account may be that of any without entities.
          const isAnonymous = failed.some(({ awsAccountId }) => awsAccountId === undefined);
          for (const account of some) {
            const isFailed = failed.some(({ awsAccountId }) => awsAccountId === account);
            if (isFailed || (isAnonymous && found.get(account)?.length === 0)) found.delete(account);
          }
          return { found, errors: failed.map(({ errorName = 'unnamed' }) => errorName) };
        }),
      ),
  };
}
