import { vi } from 'vitest';
import { Clock } from '#local/clock.ts';
import { Faults } from '#local/counterparts/organization/faults.ts';
import { hubTrust } from '#local/counterparts/organization/hub-trust.ts';
import { Identities } from '#local/counterparts/organization/identities.ts';
import { createOrganizationServices } from '#local/counterparts/organization/organization-services.ts';
import { USUAL_PAGING } from '#local/counterparts/organization/paging.ts';
import type { World } from '#local/counterparts/organization/world.ts';
import { startRecordingProxy } from '#local/proxy/recording-proxy.ts';
import { inMemoryDirectory } from '#test/account-directory/in-memory-directory.ts';

/** A world as AWS shows it to the hub's function, and the directory's ports to it; the table is in memory. */
export async function anOrganization(world: World) {
  const { managementAccount, hubAccount } = world;
  const faults = new Faults();
  const paging = { ...USUAL_PAGING };
  const clock = new Clock();
  const role = `arn:aws:iam::${hubAccount}:role/reeve-account-directory`;
  const identities = new Identities({ accountId: hubAccount, arn: role });
  const backends = createOrganizationServices({
    world,
    identities,
    faults,
    paging,
    mayAssume: hubTrust(world),
    // As AWS does since September 2026.
    withoutStatus: true,
  });
  const proxy = await startRecordingProxy({ clock, backends });
  vi.stubEnv('AWS_ENDPOINT_URL', proxy.url);
  vi.stubEnv('AWS_REGION', 'eu-central-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAREEVE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');

  // The clients read the environment when their modules load.
  const { organizationClient } = await import('#lambdas/account-directory/organization-client.ts');
  const { contactsClient } = await import('#lambdas/account-directory/contacts-client.ts');
  const { assumeRole } = await import('#lambdas/runtime/assume-role.ts');
  const client = {
    region: 'us-east-1',
    credentials: assumeRole({
      roleArn: `arn:aws:iam::${managementAccount}:role/reeve-organization-reader`,
      externalId: 'reeve/ReeveHub',
      sessionName: 'reeve-account-directory',
    }),
    maxAttempts: 8,
  };

  return {
    world,
    faults,
    paging,
    calls: proxy.calls,
    /** A directory that is empty but for what is given. */
    directory(given: Parameters<typeof inMemoryDirectory>[0] = {}, targets = ['r-a1b2']) {
      const directory = inMemoryDirectory(given);
      Object.assign(directory.ports, {
        ...organizationClient({ client, targets }),
        ...contactsClient({ client, managementAccount }),
      });
      return directory;
    },
    async close() {
      vi.unstubAllEnvs();
      await proxy.close();
      clock.stop();
    },
  };
}
