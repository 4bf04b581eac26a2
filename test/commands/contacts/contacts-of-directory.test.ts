import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { commands } from '#bin/commands/all-commands.ts';
import { runCommandLine } from '#bin/commands/command-line/run-command-line.ts';
import type { AccountRecord } from '#lambdas/contracts/directory.ts';
import type { Table } from '#local/estate.ts';
import { startTableServer, type TableServer } from '#local/table-server.ts';
import { aContact } from '#test/commands/contacts/an-account.ts';

let tables: TableServer;
beforeAll(async () => {
  tables = await startTableServer(
    ['Town-DirectoryTable1', 'Empty-DirectoryTable2', 'Town-Ledger'].map(aTable),
  );
  vi.stubEnv('AWS_ENDPOINT_URL', tables.url);
  vi.stubEnv('AWS_REGION', 'eu-central-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'person');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'person');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await tables.close();
});

function aTable(name: string): Table {
  const definition = {
    KeySchema: [
      { AttributeName: 'account', KeyType: 'HASH' as const },
      { AttributeName: 'row', KeyType: 'RANGE' as const },
    ],
    AttributeDefinitions: ['account', 'row'].map((AttributeName) => ({
      AttributeName,
      AttributeType: 'S' as const,
    })),
    BillingMode: 'PAY_PER_REQUEST' as const,
  };
  return { logicalId: name, arn: name, name, definition };
}

async function put(account: string, row: string, body: unknown): Promise<void> {
  const Item = { account: { S: account }, row: { S: row }, body: { S: JSON.stringify(body) } };
  await tables.client.send(new PutItemCommand({ TableName: 'Town-DirectoryTable1', Item }));
}

function aRecord(over: Partial<AccountRecord>): AccountRecord {
  return {
    id: '111122223333',
    name: 'payments-prod',
    ou: '/prod',
    tags: {},
    state: 'ACTIVE',
    targetSince: null,
    contacts: {},
    readAt: '2026-11-22T05:00:00.000Z',
    ...over,
  };
}

async function reeve(words: string) {
  const said = { stdout: '', stderr: '' };
  const streams = {
    stdout: { write: (text: string) => (said.stdout += text) },
    stderr: { write: (text: string) => (said.stderr += text) },
  };
  return { code: await runCommandLine(commands, words.split(' '), streams), ...said };
}

test('the directory of a deployment tells, as its last sweep left it', async () => {
  await put(
    '444455556666',
    'account',
    aRecord({ id: '444455556666', name: 'shop', contacts: { BILLING: null } }),
  );
  await put('111122223333', 'account', aRecord({ contacts: { SECURITY: aContact() } }));
  await put('777788889999', 'account', aRecord({ id: '777788889999', state: 'SUSPENDED' }));
  await put('111122223333', 'heartbeat#eu-west-1', { account: '111122223333' });
  const { code, stdout } = await reeve('contacts --stack Town');

  expect(code).toBe(0);
  expect(stdout.split('\n').slice(1)).toEqual([
    '111122223333  payments-prod  /prod  unknown  unknown     present',
    '444455556666  shop           /prod  lacking  unknown     unknown',
    'Accounts: 2, with all three: 0; lacking: billing 1; unknown: billing 1, operations 2, security 1.',
    '',
  ]);
});

test('a directory without accounts says what to do', async () => {
  expect(await reeve('contacts --stack Empty')).toMatchObject({
    code: 1,
    stderr: 'The directory is empty: account-directory has not swept yet. Or ask with --live.\n',
  });
});

test('a stack that is not there names the way out', async () => {
  const { code, stderr } = await reeve('contacts --stack Elsewhere');

  expect(code).toBe(1);
  expect(stderr).toContain('There is no table Elsewhere-Directory… in eu-central-1');
  expect(stderr).toContain('--live');
});
