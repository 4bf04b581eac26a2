import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';

const dynamo = new DynamoDBClient({});

/** Every account of which the table has a row. It reads the whole table: for what is done once a day. */
export async function accountsOfTable(table: string): Promise<string[]> {
  const accounts = new Set<string>();
  const pages = paginateScan({ client: dynamo }, { TableName: table, ProjectionExpression: 'account' });
  for await (const { Items = [] } of pages)
    for (const { account } of Items) if (account?.S !== undefined) accounts.add(account.S);
  return [...accounts].sort();
}
