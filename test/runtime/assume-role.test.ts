import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { assumeRole } from '#lambdas/runtime/assume-role.ts';
import { Clock } from '#local/clock.ts';
import { hubTrust } from '#local/counterparts/organization/hub-trust.ts';
import { Identities } from '#local/counterparts/organization/identities.ts';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import { securityTokenBackend } from '#local/counterparts/organization/security-token.ts';
import { type RecordingProxy, startRecordingProxy } from '#local/proxy/recording-proxy.ts';

const ROLE = 'arn:aws:iam::999900001111:role/reeve-organization-reader';
const world = makeWorld();
const hubRole = `arn:aws:iam::${world.hubAccount}:role/reeve-account-directory`;
const clock = new Clock();
let proxy: RecordingProxy;

beforeAll(async () => {
  const identities = new Identities({ accountId: world.hubAccount, arn: hubRole });
  const sts = securityTokenBackend({ world, identities, mayAssume: hubTrust(world) });
  proxy = await startRecordingProxy({ clock, backends: { sts } });
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

const assumed = (externalId: string) =>
  assumeRole({ roleArn: ROLE, externalId, sessionName: 'reeve-account-directory' });

test('a client that is given the role acts as it, and asks for it once', async () => {
  const client = new STSClient({ region: 'us-east-1', credentials: assumed('reeve/ReeveHub') });
  const before = proxy.calls.length;
  for (let call = 0; call < 2; call += 1) {
    expect(await client.send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: '999900001111',
      Arn: 'arn:aws:sts::999900001111:assumed-role/reeve-organization-reader/reeve-account-directory',
    });
  }
  expect(proxy.calls.slice(before).map(({ operation }) => operation)).toEqual([
    'AssumeRole',
    'GetCallerIdentity',
    'GetCallerIdentity',
  ]);
});

test('the credentials are a session’s, and say when they expire, so that a client asks again in time', async () => {
  const { sessionToken, expiration } = await assumed('reeve/ReeveHub')();
  expect(sessionToken).toMatch(/./);
  expect(expiration?.getTime()).toBeGreaterThan(clock.now());
});

test('a role that trusts another deployment is refused', async () => {
  await expect(assumed('reeve/AnotherHub')()).rejects.toMatchObject({ name: 'AccessDenied' });
});
