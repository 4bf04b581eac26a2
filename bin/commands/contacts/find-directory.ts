import { DynamoDBClient, paginateListTables } from '@aws-sdk/client-dynamodb';
import { Failure } from '#bin/commands/command-line/errors.ts';

/** The directory table of a deployment; it goes with its stack, so that there is one at most. */
export async function findDirectory(stack: string): Promise<string> {
  const client = new DynamoDBClient({});
  const prefix = `${stack}-Directory`;
  for await (const { TableNames = [] } of paginateListTables({ client }, {})) {
    const found = TableNames.find((name) => name.startsWith(prefix));
    if (found !== undefined) return found;
  }
  const region = await client.config.region();
  throw new Failure(
    `There is no table ${prefix}… in ${region}: is the stack named otherwise (--stack), or elsewhere (AWS_REGION)? ` +
      'Without a deployment, --live asks AWS itself.',
  );
}
