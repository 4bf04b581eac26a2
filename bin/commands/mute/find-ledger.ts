import { Failure } from '#bin/commands/command-line/errors.ts';
import { tablesNamed } from '#bin/commands/tables-named.ts';

export const tableOption = {
  type: 'string',
  value: 'NAME',
  about: 'The ledger table, where a stack has left several',
} as const;

export type LedgerPlace = { stack: string; table: string | undefined };

/** The ledger table of a deployment. It outlives its stack, so that there may be several of one name. */
export async function findLedger({ stack, table }: LedgerPlace): Promise<string> {
  if (table !== undefined) return table;
  const { names: found, prefix, region } = await tablesNamed(stack, 'Ledger');
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  throw new Failure(
    only === undefined
      ? `There is no table ${prefix}… in ${region}: is the stack named otherwise (--stack), or elsewhere (AWS_REGION)?`
      : `There are several tables ${prefix}…: name the one in use with --table (${found.join(', ')}).`,
  );
}
