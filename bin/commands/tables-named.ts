import { DynamoDBClient, paginateListTables } from '@aws-sdk/client-dynamodb';

export type FoundTables = { names: string[]; prefix: string; region: string };

/** The tables of a deployment whose names begin with this word of its template, and where they were looked for. */
export async function tablesNamed(stack: string, word: string): Promise<FoundTables> {
  const client = new DynamoDBClient({});
  const prefix = `${stack}-${word}`;
  const names: string[] = [];
  for await (const { TableNames = [] } of paginateListTables({ client }, {})) {
    names.push(...TableNames.filter((name) => name.startsWith(prefix)));
  }
  return { names, prefix, region: await client.config.region() };
}
