import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PolicyDocument } from '#bin/commands/support/access/case-policies.ts';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { environmentOf, runReeve } from '#test/commands/run-reeve.ts';
import { leadingKeysOf, may } from '#test/commands/support/access/ask-simulator.ts';
import { needsOfCall } from '#test/scenarios/authorize.ts';
import { wakeCases } from '#test/scenarios/play-support.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

const PAYMENTS = '111122223333';
const DATABASE = '176401120034417';
/** Nobody needs a right to ask who they are. */
const FREE = 'sts:GetCallerIdentity';
const REFUSED = {
  s3: { status: 403, headers: {}, body: '<Error><Code>AccessDenied</Code></Error>' },
  json: {
    status: 400,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: '{"__type":"com.amazonaws.dynamodb.v20120810#AccessDeniedException","message":"no"}',
  },
};

let cloud: EmbeddedCloud;
let policies: PolicyDocument[];
beforeAll(async () => {
  cloud = await startEmbeddedCloud({ assembly: ASSEMBLY, fires: () => false });
  await wakeCases(cloud, 'Sweep');
}, 120_000);
afterAll(() => cloud.stop());

const reeve = (...words: string[]) => runReeve(['support', ...words], environmentOf(cloud));

/** Runs a command as somebody with these policies alone; what was refused comes back. */
async function asReader(...words: string[]) {
  const refused: string[] = [];
  const remove = cloud.proxy.addHook({
    before: async (call) => {
      const needs = needsOfCall(call, cloud.hub);
      const leadingKeys = call.service === 'dynamodb' ? leadingKeysOf(call) : undefined;
      for (const { action, resource } of needs.length > 0
        ? needs
        : [{ action: `${call.service}:${call.operation}`, resource: '*' }]) {
        if (action === FREE) continue;
        const place = action.startsWith('cloudformation:')
          ? `arn:aws:cloudformation:${cloud.hub.region}:${cloud.hub.accountId}:stack/ReeveHub/0a`
          : resource;
        if (await may(policies, { action, resource: place, ...(leadingKeys && { leadingKeys }) })) continue;
        refused.push(action);
        return call.service === 's3' ? REFUSED.s3 : REFUSED.json;
      }
      return undefined;
    },
  });
  const ending = await reeve(...words);
  remove();
  return { ...ending, refused };
}

test('prints a policy for the accounts of a unit', async () => {
  const { code, stdout, stderr } = await reeve('access', '--ou', '/prod', '--json');
  expect(code).toBe(0);
  expect(stderr).toBe('Accounts: payments-prod (111122223333).\n');
  policies = (JSON.parse(stdout) as { policies: PolicyDocument[] }).policies;
  expect(policies).toHaveLength(1);
});

test.each([
  [['list', '--account', PAYMENTS], DATABASE],
  [['show', DATABASE, '--account', PAYMENTS], 'A parameter of your group'],
  [['search', 'idle sessions', '--account', PAYMENTS], '»idle« »sessions«'],
  [['export', '--format', 'jsonl', '--account', 'payments-prod'], 'A parameter of your group'],
])('lets people %j', async (words, shown) => {
  const { code, stdout, refused } = await asReader(...words);
  expect(code).toBe(0);
  expect(stdout).toContain(shown);
  // The directory of all accounts stays shut: names are those of the settings.
  expect([...new Set(refused)]).toEqual(['dynamodb:ListTables']);
});

test.each([
  [['list'], 'name yours with --account'],
  [['list', '--account', '444455556666'], 'AccessDenied'],
  [['show', '176394455501230', '--account', '444455556666'], 'AccessDenied'],
  [['export', '--format', 'json', '--account', PAYMENTS, '--account', '444455556666'], 'AccessDenied'],
])('does not let them %j', async (words, said) => {
  const { code, stdout, stderr } = await asReader(...words);
  expect(code).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain(said);
});

test.each([[[]], [['--all', '--account', PAYMENTS]]])('asks for the accounts: %j', async (words) => {
  expect((await reeve('access', ...words)).code).toBe(2);
});
