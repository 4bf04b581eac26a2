import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { accountClient } from '#lambdas/ecs-inventory/account-client.ts';
import { readServices } from '#lambdas/ecs-inventory/read-services.ts';
import { NoReaderRoleError } from '#lambdas/runtime/errors.ts';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import { batchesOf } from '#test/ecs-inventory/a-service.ts';
import { aCluster, aService } from '#test/local/counterparts/organization/a-cluster.ts';
import {
  anOrganization,
  type RunningOrganization,
} from '#test/local/counterparts/organization/an-organization.ts';
import { HOME, HUB, MEMBER } from '#test/local/counterparts/organization/served-world.ts';

const READER = { roleName: 'reeve-reader', externalId: 'reeve/ReeveHub' };
const OTHER = '444455556666';

const world = makeWorld();
world.containers.clusters = [
  aCluster({ services: [aService({ name: 'here' })] }),
  aCluster({ region: 'eu-west-1', services: [aService({ name: 'abroad' })] }),
  aCluster({ account: HUB, services: [aService({ name: 'own' })] }),
];

let organization: RunningOrganization;
beforeEach(async () => {
  organization = await anOrganization({
    world,
    mayAssume: (_, role, externalId) => role.includes(MEMBER) && externalId === READER.externalId,
  });
  vi.stubEnv('AWS_ENDPOINT_URL', organization.proxy.url);
  vi.stubEnv('AWS_REGION', HOME);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'inventory');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await organization.proxy.close();
});

async function servicesOf(open: ReturnType<typeof accountClient>, account: string, ...regions: string[]) {
  const openRegion = await open(account);
  const found = await Promise.all(regions.map((region) => batchesOf(readServices(openRegion(region)))));
  return found.flat(2).map(({ service }) => service);
}
const assumed = () => organization.proxy.calls.filter(({ operation }) => operation === 'AssumeRole');

test('an account is read through its reader role, with one session for all Regions; another lacks the role', async () => {
  const open = accountClient('aws', READER);

  expect(await servicesOf(open, MEMBER, HOME, 'eu-west-1')).toEqual(['here', 'abroad']);
  expect(assumed()).toHaveLength(1);
  await expect(open(OTHER)).rejects.toThrow(NoReaderRoleError);
  const end = organization.faults.throttle('sts:AssumeRole');
  await expect(open(MEMBER)).rejects.not.toThrow(NoReaderRoleError);
  end();

  expect(await servicesOf(accountClient('aws', undefined), HUB, HOME)).toEqual(['own']);
});
