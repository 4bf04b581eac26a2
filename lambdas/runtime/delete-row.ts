import { DeleteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';

const dynamo = new DynamoDBClient({});

/** Deletes a row, whatever is in it; one that is not there is as good. */
export async function deleteRow(
  table: string,
  { account, row }: { account: string; row: string },
): Promise<void> {
  const Key = { account: { S: account }, row: { S: row } };
  await dynamo.send(new DeleteItemCommand({ TableName: table, Key }));
}
