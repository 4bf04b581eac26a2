import { DynamoDBClient, paginateListTables } from '@aws-sdk/client-dynamodb';
import { Failure } from '#bin/commands/command-line/errors.ts';

export const tableOption = {
  type: 'string',
  value: 'NAME',
  about: 'The ledger table, where a stack has left several',
} as const;

export type LedgerPlace = { stack: string; table: string | undefined };

/** The ledger table of a deployment. It outlives its stack, so that there may be several of one name. */
export async function findLedger({ stack, table }: LedgerPlace): Promise<string> {
  if (table !== undefined) return table;
  const client = new DynamoDBClient({});
  const found: string[] = [];
  for await (const { TableNames = [] } of paginateListTables({ client }, {})) {
    found.push(...TableNames.filter((name) => name.startsWith(`${stack}-Ledger`)));
  }
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  const region = await client.config.region();
  throw new Failure(
    only === undefined
      ? `There is no table ${stack}-Ledger… in ${region}: is the stack named otherwise (--stack), or elsewhere (AWS_REGION)?`
      : `There are several tables ${stack}-Ledger…: name the one in use with --table (${found.join(', ')}).`,
  );
}
