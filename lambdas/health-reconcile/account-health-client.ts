import {
  type AffectedEntity,
  DescribeEventDetailsCommand,
  type Event,
  type HealthClient,
  paginateDescribeAffectedEntities,
  paginateDescribeEvents,
} from '@aws-sdk/client-health';
import { PUBLIC_PART } from '#lambdas/contracts/health-alert-key.ts';
import { askForAll } from '#lambdas/health-reconcile/ask-for-all.ts';
import type { Described, HealthApi } from '#lambdas/health-reconcile/health-api.ts';
import { asking } from '#lambdas/health-reconcile/health-errors.ts';

const PAGE = { pageSize: 100 };

/** The Health API of the one account that asks. */
export function accountHealth(client: HealthClient, account: string): HealthApi {
  return {
    listEvents: (given) =>
      asking('DescribeEvents', async () => {
        const filter =
          'statuses' in given
            ? { eventStatusCodes: given.statuses }
            : { lastUpdatedTimes: [{ from: given.updatedSince }] };
        const listed: Event[] = [];
        for await (const { events = [] } of paginateDescribeEvents({ client, ...PAGE }, { filter })) {
          listed.push(...events);
        }
        return listed;
      }),

    listParts: (eventArn) =>
      asking('DescribeEventDetails', async () => {
        const { successfulSet = [] } = await client.send(
          new DescribeEventDetailsCommand({ eventArns: [eventArn] }),
        );
        return successfulSet.map(({ event }) => (event?.eventScopeCode === 'PUBLIC' ? PUBLIC_PART : account));
      }),

    countAccounts: async () => undefined,

    describe: (eventArn, parts) =>
      asking('DescribeEventDetails', () =>
        askForAll<Described>(parts, async ([part = account]) => {
          const { successfulSet = [], failedSet = [] } = await client.send(
            new DescribeEventDetailsCommand({ eventArns: [eventArn] }),
          );
          const found = successfulSet.flatMap(({ event, eventDescription }) =>
            event ? [[part, { event, description: eventDescription?.latestDescription ?? '' }] as const] : [],
          );
          return { found: new Map(found), errors: failedSet.map(({ errorName = 'unnamed' }) => errorName) };
        }),
      ),

    listEntities: (eventArn, accounts) =>
      asking('DescribeAffectedEntities', () =>
        askForAll<AffectedEntity[]>(accounts, async ([part = account]) => {
          const listed: AffectedEntity[] = [];
          for await (const { entities = [] } of paginateDescribeAffectedEntities(
            { client, ...PAGE },
            { filter: { eventArns: [eventArn] } },
          )) {
            listed.push(...entities);
          }
          return { found: new Map([[part, listed]]), errors: [] };
        }),
      ),
  };
}
