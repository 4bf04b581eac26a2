import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { ColumnType, TableSchema } from '#lambdas/contracts/report.ts';
import { glueTableName } from '#lambdas/contracts/report-keys.ts';

/** As Athena sees the NDJSON files: amounts are texts. */
const TYPES: Record<ColumnType, string> = {
  text: 'varchar',
  code: 'varchar',
  date: 'date',
  timestamp: 'varchar',
  boolean: 'boolean',
  integer: 'bigint',
  decimal: 'varchar',
};

type Given = Record<string, string | boolean>;

/** The tables of a catalog in DuckDB, with the partition of the month; what a row leaves out is NULL. */
export async function aCatalog(tables: [TableSchema, Given[]][]): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create()).connect();
  for (const [table, rows] of tables) {
    const columns = [...table.columns.map(({ name, type }) => `${name} ${TYPES[type]}`), 'month varchar'];
    const name = glueTableName(table);
    await connection.run(`CREATE TABLE ${name} (${columns.join(', ')})`);
    for (const row of rows) {
      const keys = Object.keys(row);
      const values = keys.map((_, index) => `$${index + 1}`);
      const insert = `INSERT INTO ${name} (${keys.join(', ')}) VALUES (${values.join(', ')})`;
      await connection.run(insert, Object.values(row));
    }
  }
  return connection;
}

/** The rows of an answer, each value as text. */
export async function ask(connection: DuckDBConnection, sql: string, parameters: string[] = []) {
  const answer = await connection.runAndReadAll(sql, parameters);
  return answer.getRowsJson();
}
