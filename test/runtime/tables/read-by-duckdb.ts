import { DuckDBInstance, DuckDBTimestampTZValue, type DuckDBValue } from '@duckdb/node-api';

/** Asks another program: DuckDB in memory. Moments come as ISO 8601, other values as DuckDB shows them. */
export async function readByDuckDb(query: string): Promise<Record<string, string | null>[]> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    const result = await connection.runAndReadAll(query);
    return result
      .getRowObjects()
      .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, shown(value)])));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function shown(value: DuckDBValue): string | null {
  if (value === null) return null;
  // Its own words are in the zone of this machine.
  if (value instanceof DuckDBTimestampTZValue) return new Date(Number(value.micros / 1000n)).toISOString();
  return String(value);
}
