import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { costExplorerClient } from '#lambdas/cost-reports/cost-explorer/cost-explorer-client.ts';
import { Clock } from '#local/clock.ts';
import { costExplorerApi } from '#local/counterparts/cost-explorer/cost-explorer.ts';
import { ledgerOf } from '#local/counterparts/cost-explorer/ledger/cost-ledger.ts';
import { usualSwitches } from '#local/counterparts/cost-explorer/switches.ts';
import { Identities } from '#local/counterparts/organization/identities.ts';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import { securityTokenBackend } from '#local/counterparts/organization/security-token.ts';
import type { AwsCall } from '#local/proxy/aws-call.ts';
import { type RecordingProxy, startRecordingProxy } from '#local/proxy/recording-proxy.ts';
import { aSource } from '#test/cost-reports/cost-explorer/a-source.ts';
import { anOtherQuery, aUsageQuery } from '#test/cost-reports/cost-explorer/a-usage-query.ts';
import { memoryStore } from '#test/runtime/memory-store.ts';

const world = makeWorld();
const hubRole = `arn:aws:iam::${world.hubAccount}:role/reeve-cost-reports`;
const readerRole = { arn: 'arn:aws:iam::999900001111:role/reeve-cost-reader', externalId: 'reeve/ReeveHub' };
const clock = new Clock();
const asked: AwsCall[] = [];
let proxy: RecordingProxy;

beforeAll(async () => {
  const identities = new Identities({ accountId: world.hubAccount, arn: hubRole });
  const costs = costExplorerApi({
    ledger: () => ledgerOf(),
    switches: () => ({ ...usualSwitches(), today: '2026-11-22' }),
    billed: {},
    now: () => clock.now(),
  });
  const sts = securityTokenBackend({ world, identities, mayAssume: (_, role) => role === readerRole.arn });
  const ce = (call: AwsCall) => {
    asked.push(call);
    return costs(call);
  };
  proxy = await startRecordingProxy({ clock, backends: { ce, sts } });
  vi.stubEnv('AWS_ENDPOINT_URL', proxy.url);
  vi.stubEnv('AWS_REGION', 'eu-central-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAREEVE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await proxy.close();
  clock.stop();
});

const viewsOf = (calls: AwsCall[]) =>
  calls.map(({ body }) => (JSON.parse(body.toString()) as { BillingViewArn?: string }).BillingViewArn);
const coverage = anOtherQuery({
  operation: 'GetReservationCoverage',
  name: 'ri-coverage-ec2',
  input: { TimePeriod: { Start: '2026-09-01', End: '2026-10-01' } },
});

test('by the reader role the payer is asked, and its primary view named where an operation has one', async () => {
  const { source } = aSource({ ask: costExplorerClient({ readerRole }), store: memoryStore() });
  const before = asked.length;
  await source.fetch(aUsageQuery());
  await source.fetch(coverage);
  const calls = asked.slice(before);

  expect(viewsOf(calls)).toEqual(['arn:aws:billing::999900001111:billingview/primary', undefined]);
  expect(new Set(calls.map(({ accessKeyId }) => accessKeyId))).not.toContain('AKIAREEVE');
});

test('without it the own account is asked, and no view named', async () => {
  const { source } = aSource({ ask: costExplorerClient({}), store: memoryStore() });
  const before = asked.length;
  await source.fetch(aUsageQuery());
  const calls = asked.slice(before);

  expect(viewsOf(calls)).toEqual([undefined]);
  expect(calls[0]?.accessKeyId).toBe('AKIAREEVE');
});

test('a role that may not be taken is a refusal that costs nothing', async () => {
  const other = { ...readerRole, arn: 'arn:aws:iam::999900001111:role/another' };
  const { source, counter } = aSource({
    ask: costExplorerClient({ readerRole: other }),
    store: memoryStore(),
  });

  expect(await source.fetch(aUsageQuery())).toMatchObject({
    state: 'refused',
    reason: 'access',
    message: expect.stringContaining('sts:AssumeRole') as string,
  });
  expect(await counter.spent()).toEqual({ run: 0, month: 0 });
});
