import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
} from '@aws-sdk/client-dynamodb';
import { BusyError, RetryLaterError } from '#lambdas/runtime/errors.ts';

/** Others take a number of the same row: one of them wins each time. */
const TRIES = 10;

/** A row as it was read: `version` counts its writes, or is its number. */
export type NumberedRow = { account: string; row: string; body: unknown; version: number };

/** `before`: the version that the row must still have, 0 for one that is not there. `expiresAt` in milliseconds. */
export type RowWrite = { body: unknown; version: number; before: number; expiresAt?: number | undefined };

const dynamo = new DynamoDBClient({});

/**
 * Rows with a JSON body under `account` and `row`, and a number of their own that the next write must know: of several
 * who write the same row at once, one gets through. All reads are consistent.
 */
export function numberedRows(table: string) {
  const keyOf = (account: string, row: string) => ({ account: { S: account }, row: { S: row } });

  async function read(account: string, row: string): Promise<NumberedRow | undefined> {
    const { Item } = await dynamo.send(
      new GetItemCommand({ TableName: table, Key: keyOf(account, row), ConsistentRead: true }),
    );
    return Item && toRow(Item);
  }

  /** Fails with `BusyError` where another has written the row since it was read. */
  async function write(account: string, row: string, { body, version, before, expiresAt }: RowWrite) {
    const Item = {
      ...keyOf(account, row),
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
      throw new BusyError('Another has written the row meanwhile', { cause: error });
    }
  }

  /** All rows of an account that begin so, page by page: there may be many thousands. */
  async function* pages(account: string, prefix: string): AsyncGenerator<NumberedRow[]> {
    const found = paginateQuery(
      { client: dynamo },
      {
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: 'account = :account AND begins_with(#row, :prefix)',
        ExpressionAttributeNames: { '#row': 'row' },
        ExpressionAttributeValues: { ':account': { S: account }, ':prefix': { S: prefix } },
      },
    );
    for await (const { Items = [] } of found) yield Items.map(toRow);
  }

  return {
    read,
    write,
    pages,

    /** The same, all at once. */
    async query(account: string, prefix: string): Promise<NumberedRow[]> {
      const rows: NumberedRow[] = [];
      for await (const page of pages(account, prefix)) rows.push(...page);
      return rows;
    },

    /** A number greater than all that the row had before, and never less than the time: a table that was lost counts on. */
    async nextNumber(account: string, row: string, now: Date): Promise<number> {
      for (let tries = 1; ; tries += 1) {
        const before = (await read(account, row))?.version ?? 0;
        const version = Math.max(now.getTime(), before + 1);
        try {
          await write(account, row, { body: {}, version, before });
          return version;
        } catch (error) {
          if (!(error instanceof RetryLaterError) || tries === TRIES) throw error;
        }
      }
    },
  };
}

function toRow(item: Record<string, { S?: string; N?: string }>): NumberedRow {
  return {
    account: item['account']?.S ?? '',
    row: item['row']?.S ?? '',
    body: JSON.parse(item['body']?.S ?? 'null'),
    version: Number(item['version']?.N ?? 0),
  };
}
