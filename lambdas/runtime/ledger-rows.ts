import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';

export type Item = Record<string, AttributeValue>;
type Key = { alert: string; row: string };
/** What stands beside a row's body: only what conditions, filters and indexes read. */
type Extras = Item;

/** The next reader sees the other's row and decides anew. */
const CONFLICT_RETRY_SECONDS = 1;
const RETENTION_DAYS = 400;

const dynamo = new DynamoDBClient({});

/** Rows of the ledger table: a JSON body under `alert` and `row`, read consistently, written on a condition. */
export function ledgerRows(table: string) {
  return {
    async read<Body>({ alert, row }: Key): Promise<Body | undefined> {
      const key = { alert: { S: alert }, row: { S: row } };
      const { Item } = await dynamo.send(
        new GetItemCommand({ TableName: table, Key: key, ConsistentRead: true }),
      );
      return Item && bodyOf<Body>(Item);
    },

    /** Kept for 400 days from `keepFrom`. `expected` is the number that the row must still have; 0: no such row. It is raised to `next`. */
    async write(
      { alert, row }: Key,
      body: unknown,
      expected: number,
      next: number,
      keepFrom: Date,
      extras: Extras = {},
    ) {
      const item = {
        ...extras,
        alert: { S: alert },
        row: { S: row },
        revision: { N: String(next) },
        body: { S: JSON.stringify(body) },
        expiresAt: { N: String(Math.floor(keepFrom.getTime() / 1000) + RETENTION_DAYS * 86_400) },
      };
      const condition =
        expected === 0
          ? { ConditionExpression: 'attribute_not_exists(alert)' }
          : {
              ConditionExpression: 'revision = :expected',
              ExpressionAttributeValues: { ':expected': { N: String(expected) } },
            };
      try {
        await dynamo.send(new PutItemCommand({ TableName: table, Item: item, ...condition }));
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        const fields = { alert, row, expected };
        throw new RetryLaterError('Row was changed meanwhile', {
          afterSeconds: CONFLICT_RETRY_SECONDS,
          fields,
          cause: error,
        });
      }
    },

    async *query(input: Omit<QueryCommandInput, 'TableName'>): AsyncIterable<Item> {
      let start: Item | undefined;
      do {
        const page = await dynamo.send(
          new QueryCommand({ TableName: table, ...input, ...(start ? { ExclusiveStartKey: start } : {}) }),
        );
        yield* page.Items ?? [];
        start = page.LastEvaluatedKey;
      } while (start);
    },
  };
}

/** The body of a row that a query found. */
export function bodyOf<Body>(item: Item): Body {
  return JSON.parse(item['body']?.S ?? 'null') as Body;
}
