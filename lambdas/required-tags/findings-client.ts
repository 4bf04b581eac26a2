import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
} from '@aws-sdk/client-dynamodb';
import { RESOURCE_ROW_PREFIX, resourceRowOf, type TagFinding } from '#lambdas/contracts/tags/tag-finding.ts';
import type { FindingPorts } from '#lambdas/required-tags/tag-ports.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';

/** What is over is kept for so long, so that late news of it is known for late. */
const OVER_KEPT_DAYS = 90;
const DAY_MS = 86_400_000;
/** Others take a number of the same alert: one of them wins each time. */
const TRIES = 10;

const dynamo = new DynamoDBClient({});
/** Moments of roll-outs, which never change: a roll-out asks for one of them thousands of times. */
const rollOuts = new Map<string, number>();

/** The table of findings: each row has a JSON body, and a number of its own that its next write must know. */
export function findingsTable(table: string, now: () => Date): FindingPorts {
  async function readRow(account: string, row: string) {
    const Key = { account: { S: account }, row: { S: row } };
    const { Item } = await dynamo.send(new GetItemCommand({ TableName: table, Key, ConsistentRead: true }));
    return Item;
  }

  /** Fails where the row is not at the version before. */
  async function writeRow(
    account: string,
    row: string,
    write: { body: unknown; version: number; before: number; expiresAt?: number },
  ) {
    const { body, version, before, expiresAt } = write;
    const Item = {
      account: { S: account },
      row: { S: row },
      body: { S: JSON.stringify(body) },
      version: { N: String(version) },
      ...(expiresAt ? { expiresAt: { N: String(Math.floor(expiresAt / 1000)) } } : {}),
    };
    const condition =
      before === 0
        ? { ConditionExpression: 'attribute_not_exists(account)' }
        : {
            ConditionExpression: '#version = :before',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':before': { N: String(before) } },
          };
    try {
      await dynamo.send(new PutItemCommand({ TableName: table, Item, ...condition }));
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      throw new RetryLaterError('Another has written the row meanwhile', { cause: error });
    }
  }

  /** Of a roll-out that nobody has heard of, `at`: whoever writes first is right for all. */
  async function firstHeard(account: string, row: string, at: number): Promise<number> {
    const known = await readRow(account, row);
    if (known) return Number(known['version']?.N);
    try {
      await writeRow(account, row, { body: {}, version: at, before: 0 });
      return at;
    } catch (error) {
      if (!(error instanceof RetryLaterError)) throw error;
      return Number((await readRow(account, row))?.['version']?.N ?? at);
    }
  }

  return {
    async read(key) {
      const item = await readRow(key.account, resourceRowOf(key));
      return item && (JSON.parse(item['body']?.S ?? 'null') as TagFinding);
    },

    async write(finding) {
      const { account, version, status } = finding;
      const expiresAt = status === 'open' ? undefined : now().getTime() + OVER_KEPT_DAYS * DAY_MS;
      await writeRow(account, resourceRowOf(finding), {
        body: finding,
        version,
        before: version - 1,
        ...(expiresAt ? { expiresAt } : {}),
      });
    },

    async readAlerts(account, alerts) {
      const found = new Map(alerts.map((alert) => [alert, [] as TagFinding[]]));
      const pages = paginateQuery(
        { client: dynamo },
        {
          TableName: table,
          ConsistentRead: true,
          KeyConditionExpression: 'account = :account AND begins_with(#row, :prefix)',
          ExpressionAttributeNames: { '#row': 'row' },
          ExpressionAttributeValues: { ':account': { S: account }, ':prefix': { S: RESOURCE_ROW_PREFIX } },
        },
      );
      for await (const { Items = [] } of pages) {
        for (const item of Items) {
          const finding = JSON.parse(item['body']?.S ?? 'null') as TagFinding;
          found.get(finding.alert)?.push(finding);
        }
      }
      return found;
    },

    async nextVersion(account, alert) {
      const row = `alert#${alert}`;
      for (let tries = 1; ; tries += 1) {
        const before = Number((await readRow(account, row))?.['version']?.N ?? 0);
        // Never less than the time: a table that was lost and made anew counts on from where the ledger stands.
        const version = Math.max(now().getTime(), before + 1);
        try {
          await writeRow(account, row, { body: {}, version, before });
          return version;
        } catch (error) {
          if (!(error instanceof RetryLaterError) || tries === TRIES) throw error;
        }
      }
    },

    async rolledOutAt({ account, region }, version, at) {
      const row = `rollout#${region}/${version}`;
      const name = `${account}/${row}`;
      const moment = rollOuts.get(name) ?? (await firstHeard(account, row, at));
      rollOuts.set(name, moment);
      return moment;
    },
  };
}
