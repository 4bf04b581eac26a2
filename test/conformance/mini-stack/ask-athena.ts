import { setTimeout as sleep } from 'node:timers/promises';
import type { AwsAccount } from '#test/conformance/mini-stack/aws-account.ts';

/** Of the deployed Glue database, and of the workgroup. */
const NAME = 'reevehub';
const PATIENCE_TRIES = 100;

type Execution = { QueryExecution: { Status: { State: string; StateChangeReason?: string } } };
type Results = { ResultSet: { Rows: { Data: { VarCharValue?: string }[] }[] } };

/**
 * The rows of an answer without the names of its columns. MiniStack's Athena takes no parameters beside the SQL, so
 * they are written into it.
 */
export async function askAthena(
  call: AwsAccount['call'],
  sql: string,
  parameters: readonly string[],
): Promise<string[][]> {
  const values = parameters.map((value) => `'${value}'`);
  const { QueryExecutionId } = await call<{ QueryExecutionId: string }>('AmazonAthena.StartQueryExecution', {
    QueryString: sql.replaceAll('?', () => values.shift() ?? 'NULL'),
    QueryExecutionContext: { Database: NAME },
    WorkGroup: NAME,
  });
  for (let tries = PATIENCE_TRIES; ; tries -= 1) {
    const { QueryExecution } = await call<Execution>('AmazonAthena.GetQueryExecution', { QueryExecutionId });
    const { State, StateChangeReason } = QueryExecution.Status;
    if (State === 'SUCCEEDED') break;
    if (State === 'FAILED' || tries === 0) throw new Error(`${State}: ${StateChangeReason}\n${sql}`);
    await sleep(100);
  }
  const { ResultSet } = await call<Results>('AmazonAthena.GetQueryResults', { QueryExecutionId });
  return ResultSet.Rows.slice(1).map(({ Data }) => Data.map(({ VarCharValue = '' }) => VarCharValue));
}
