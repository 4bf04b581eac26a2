import { randomUUID } from 'node:crypto';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { Failure } from '#bin/commands/command-line/errors.ts';
import { askHubStack } from '#bin/commands/doctor/facts/hub-stack.ts';
import { auditKey } from '#lambdas/contracts/support/case-keys.ts';
import { CASE_ROW_PREFIX, type CaseRow } from '#lambdas/contracts/support/case-row.ts';
import type { CaseThread } from '#lambdas/contracts/support/case-thread.ts';
import { numberedRows } from '#lambdas/runtime/numbered-rows.ts';
import { reportBucket } from '#lambdas/runtime/report-bucket.ts';
import { readJson, writeJson } from '#lambdas/runtime/report-store.ts';

/** Cases as a deployment keeps them, for those whose credentials may read them. */
export type Cases = {
  /** Those of some accounts, or of all: that takes the right to read the whole table. */
  read: (accounts: readonly string[]) => Promise<CaseRow[]>;
  /** Redacted; undefined where it was deleted. */
  readThread: (row: CaseRow) => Promise<CaseThread | undefined>;
  /** Writes down who reads what; where that cannot be done, nothing may be shown. */
  audit: (command: string, asked: object, rows: readonly CaseRow[]) => Promise<void>;
};

/** The cases of a deployment: never those of the raw store. */
export async function openCases(stack: string, now: () => Date): Promise<Cases> {
  const client = new CloudFormationClient({});
  const hub = await askHubStack(client, stack);
  const { SupportTable: table, SupportBucket: bucket } = hub?.outputs ?? {};
  if (!table || !bucket) {
    const region = await client.config.region();
    throw new Failure(
      hub
        ? `${stack} in ${region} keeps no support cases: write "support: {}" into reeve.config.ts, and npx cdk deploy ${stack}.`
        : `There is no stack ${stack} in ${region}: is it named otherwise (--stack), or elsewhere (AWS_REGION)?`,
    );
  }
  const rows = numberedRows(table);
  const store = reportBucket(bucket);
  return {
    async read(accounts) {
      if (accounts.length === 0) return scanCases(table);
      const found = await Promise.all(accounts.map((account) => rows.query(account, CASE_ROW_PREFIX)));
      return found.flat().map(({ body }) => body as CaseRow);
    },
    readThread: ({ thread }) => readJson<CaseThread>(store, thread.redacted),
    async audit(command, asked, read) {
      const { Arn: who } = await new STSClient({}).send(new GetCallerIdentityCommand({}));
      const at = now().toISOString();
      const cases = read.map(({ account, displayId }) => `${account}/${displayId}`);
      await writeJson(store, auditKey(at, randomUUID()), { at, who, command, asked, cases });
    },
  };
}

async function scanCases(table: string): Promise<CaseRow[]> {
  const pages = paginateScan(
    { client: new DynamoDBClient({}) },
    {
      TableName: table,
      FilterExpression: 'begins_with(#row, :prefix)',
      ExpressionAttributeNames: { '#row': 'row' },
      ExpressionAttributeValues: { ':prefix': { S: CASE_ROW_PREFIX } },
    },
  );
  const rows: CaseRow[] = [];
  for await (const { Items = [] } of pages) {
    rows.push(...Items.map(({ body }) => JSON.parse(body?.S ?? 'null') as CaseRow));
  }
  return rows;
}
