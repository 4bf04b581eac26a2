import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { Failure } from '#bin/commands/command-line/errors.ts';
import { severalAtOnce } from '#bin/commands/several-at-once.ts';
import type { AccountReading } from '#lambdas/contracts/support/account-reading.ts';
import {
  CASE_ROW_PREFIX,
  type CaseRow,
  caseRowOf,
  READING_ROW,
} from '#lambdas/contracts/support/case-row.ts';
import { numberedRows } from '#lambdas/runtime/numbered-rows.ts';

/** What is known of cases, and how reading each account went: an account without a reading was never tried. */
export type KnownCases = { rows: CaseRow[]; readings: Map<string, AccountReading> };

const ACCOUNTS_AT_ONCE = 10;

/** The table of cases, for those whose credentials may read it. */
export function caseTable(table: string) {
  const rows = numberedRows(table);

  async function readOf(account: string): Promise<KnownCases> {
    const [found, reading] = await Promise.all([
      rows.query(account, CASE_ROW_PREFIX),
      rows.read(account, READING_ROW),
    ]);
    const readings = reading ? [[account, reading.body as AccountReading] as const] : [];
    return { rows: found.map(({ body }) => body as CaseRow), readings: new Map(readings) };
  }

  return {
    /** Those of some accounts; undefined: of all, which takes the right to read the whole table. */
    async read(accounts: readonly string[] | undefined): Promise<KnownCases> {
      if (accounts === undefined) return scan(table);
      const found = await severalAtOnce(accounts, ACCOUNTS_AT_ONCE, readOf);
      return {
        rows: found.flatMap((each) => each.rows),
        readings: new Map(found.flatMap((each) => [...each.readings])),
      };
    },

    /** A case as it is known now. */
    async readCase(account: string, displayId: string): Promise<CaseRow | undefined> {
      return (await rows.read(account, caseRowOf(displayId)))?.body as CaseRow | undefined;
    },
  };
}

async function scan(table: string): Promise<KnownCases> {
  const known: KnownCases = { rows: [], readings: new Map() };
  const pages = paginateScan(
    { client: new DynamoDBClient({}) },
    {
      TableName: table,
      FilterExpression: 'begins_with(#row, :prefix) OR #row = :reading',
      ExpressionAttributeNames: { '#row': 'row' },
      ExpressionAttributeValues: { ':prefix': { S: CASE_ROW_PREFIX }, ':reading': { S: READING_ROW } },
    },
  );
  try {
    for await (const { Items = [] } of pages) {
      for (const { account, row, body } of Items) {
        const read: unknown = JSON.parse(body?.S ?? 'null');
        if (row?.S === READING_ROW) known.readings.set(account?.S ?? '', read as AccountReading);
        else known.rows.push(read as CaseRow);
      }
    }
  } catch (error) {
    if (!(error as Error).name.startsWith('AccessDenied')) throw error;
    throw new Failure('You may not read the cases of all accounts: name yours with --account.', {
      cause: error,
    });
  }
  return known;
}
