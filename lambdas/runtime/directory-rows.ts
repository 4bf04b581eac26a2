import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';

/** A row of the directory table, its body still to be read. */
export type DirectoryRow = { account: string; row: string; body: unknown };

const dynamo = new DynamoDBClient({});

/**
 * Rows of the directory table: a JSON body under `account` and `row`, each with one writer. A reader may see
 * a row as it was a second ago.
 */
export function directoryRows(table: string) {
  return {
    async get<Body>(account: string, row: string): Promise<Body | undefined> {
      const key = { account: { S: account }, row: { S: row } };
      const { Item } = await dynamo.send(new GetItemCommand({ TableName: table, Key: key }));
      return Item && (JSON.parse(Item['body']?.S ?? 'null') as Body);
    },

    /** Whoever writes last is right. Kept for good, or until `expiresAt` and up to two days more. */
    async put(account: string, row: string, body: unknown, { expiresAt }: { expiresAt?: Date } = {}) {
      const item = itemOf(account, row, body, expiresAt);
      await dynamo.send(new PutItemCommand({ TableName: table, Item: item }));
    },

    /** As `put`, unless the row that is there has the same or a higher `order`. */
    async putNewer(
      account: string,
      row: string,
      body: unknown,
      { order, expiresAt }: { order: number; expiresAt?: Date },
    ) {
      const item = { ...itemOf(account, row, body, expiresAt), order: { N: String(order) } };
      const condition = {
        ConditionExpression: 'attribute_not_exists(account) OR #order < :order',
        ExpressionAttributeNames: { '#order': 'order' },
        ExpressionAttributeValues: { ':order': item.order },
      };
      try {
        await dynamo.send(new PutItemCommand({ TableName: table, Item: item, ...condition }));
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },

    /** All rows of all accounts, in no order. */
    async *scan(): AsyncIterable<DirectoryRow> {
      let start: ScanInput['ExclusiveStartKey'];
      do {
        const page = await dynamo.send(
          new ScanCommand({ TableName: table, ...(start ? { ExclusiveStartKey: start } : {}) }),
        );
        for (const item of page.Items ?? []) {
          yield {
            account: item['account']?.S ?? '',
            row: item['row']?.S ?? '',
            body: JSON.parse(item['body']?.S ?? 'null'),
          };
        }
        start = page.LastEvaluatedKey;
      } while (start);
    },
  };
}

function itemOf(account: string, row: string, body: unknown, expiresAt: Date | undefined) {
  return {
    account: { S: account },
    row: { S: row },
    body: { S: JSON.stringify(body) },
    ...(expiresAt ? { expiresAt: { N: String(Math.floor(expiresAt.getTime() / 1000)) } } : {}),
  };
}

type ScanInput = ConstructorParameters<typeof ScanCommand>[0];
