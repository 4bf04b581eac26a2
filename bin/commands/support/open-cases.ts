import { randomUUID } from 'node:crypto';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { Failure } from '#bin/commands/command-line/errors.ts';
import { askHubStack } from '#bin/commands/doctor/facts/hub-stack.ts';
import { caseTable, type KnownCases } from '#bin/commands/support/case-table.ts';
import { readPresentThread } from '#bin/commands/support/read-present-thread.ts';
import { shownCase } from '#bin/commands/support/shown-case.ts';
import { auditKey } from '#lambdas/contracts/support/case-keys.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import type { CaseThread } from '#lambdas/contracts/support/case-thread.ts';
import { reportBucket } from '#lambdas/runtime/report-bucket.ts';
import { readJson, writeJson } from '#lambdas/runtime/report-store.ts';

/** Cases as a deployment keeps them, for those whose credentials may read them. */
export type Cases = {
  /** Those of some accounts, as all may see them; undefined: of all, which takes the right to read the whole table. */
  read: (accounts: readonly string[] | undefined) => Promise<KnownCases>;
  /** Redacted; undefined where it was deleted. */
  readThread: (row: CaseRow) => Promise<CaseThread | undefined>;
  /** Writes down who reads what; where that cannot be done, nothing may be shown. */
  audit: (command: string, asked: object, rows: readonly CaseRow[]) => Promise<void>;
};

/** Where a deployment keeps what people may read of cases. */
export type CasePlaces = { table: string; bucket: string; region: string };

export async function findCasePlaces(stack: string): Promise<CasePlaces> {
  const client = new CloudFormationClient({});
  const hub = await askHubStack(client, stack);
  const region = await client.config.region();
  const { SupportTable: table, SupportBucket: bucket } = hub?.outputs ?? {};
  if (table && bucket) return { table, bucket, region };
  throw new Failure(
    hub
      ? `${stack} in ${region} keeps no support cases: write "support: {}" into reeve.config.ts, and npx cdk deploy ${stack}.`
      : `There is no stack ${stack} in ${region}: is it named otherwise (--stack), or elsewhere (AWS_REGION)?`,
  );
}

/** The cases of a deployment: never those of the raw store. */
export async function openCases(stack: string, now: () => Date): Promise<Cases> {
  const { table, bucket } = await findCasePlaces(stack);
  const rows = caseTable(table);
  const store = reportBucket(bucket);
  const readKey = (key: string) => readJson<CaseThread>(store, key);
  return {
    async read(accounts) {
      const known = await rows.read(accounts);
      return { ...known, rows: known.rows.map(shownCase) };
    },

    readThread: (row) =>
      readPresentThread(row, {
        readKey,
        readCase: (account, displayId) => rows.readCase(account, displayId),
      }),

    async audit(command, asked, read) {
      const { Arn: who } = await new STSClient({}).send(new GetCallerIdentityCommand({}));
      const at = now().toISOString();
      const cases = read.map(({ account, displayId }) => `${account}/${displayId}`);
      const record = { at, who, command, asked, count: cases.length, cases };
      await writeJson(store, auditKey(at, randomUUID()), record);
    },
  };
}
