import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openHealth } from '#lambdas/health-reconcile/health-client.ts';
import { Clock } from '#local/clock.ts';
import { healthBackend } from '#local/counterparts/organization/health-api.ts';
import { Identities } from '#local/counterparts/organization/identities.ts';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import { type RecordingProxy, startRecordingProxy } from '#local/proxy/recording-proxy.ts';

const HUB = '222233334444';
const regions: string[] = [];
let proxy: RecordingProxy;

beforeEach(async () => {
  const identities = new Identities({ accountId: HUB, arn: `arn:aws:iam::${HUB}:role/reconcile` });
  const health = healthBackend({ world: makeWorld(), identities });
  proxy = await startRecordingProxy({ clock: new Clock(), backends: { health } });
  proxy.addHook({ before: async ({ region }) => void regions.push(region) });
  vi.stubEnv('AWS_ENDPOINT_URL', proxy.url);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'a');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'b');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await proxy.close();
});

test('each Region is asked as itself, with one client however often', async () => {
  const open = openHealth('organization', HUB);
  for (const region of ['us-east-1', 'us-east-2', 'us-east-2']) {
    await open(region).listEvents({ statuses: ['open'] });
  }

  expect(regions).toEqual(['us-east-1', 'us-east-2', 'us-east-2']);
  expect(open('us-east-2')).toBe(open('us-east-2'));
});

test('the view decides which operations are called', async () => {
  await openHealth('organization', HUB)('us-east-1').listEvents({ statuses: ['open'] });
  await openHealth('account', HUB)('us-east-1').listEvents({ statuses: ['open'] });

  expect(proxy.calls.map(({ operation }) => operation)).toEqual([
    'DescribeEventsForOrganization',
    'DescribeEvents',
  ]);
});
