import { allChecks } from '#bin/commands/doctor/all-checks.ts';
import { chooseChecks } from '#bin/commands/doctor/choose-checks.ts';
import type { DirectoryRows } from '#bin/commands/doctor/facts/directory.ts';
import type { Finding } from '#bin/commands/doctor/finding.ts';
import { openContext } from '#bin/commands/doctor/open-context.ts';
import { runChecks } from '#bin/commands/doctor/run-checks.ts';
import { regionsOfMembers } from '#lib/members/regions-of-members.ts';
import { VERSION } from '#lib/platform/version.ts';
import type { Settings } from '#lib/settings.ts';
import { Clock } from '#local/clock.ts';
import { Faults } from '#local/counterparts/organization/faults.ts';
import { Identities, type Identity } from '#local/counterparts/organization/identities.ts';
import { createOrganizationServices } from '#local/counterparts/organization/organization-services.ts';
import type { Paging } from '#local/counterparts/organization/paging.ts';
import { withFaults } from '#local/counterparts/organization/with-faults.ts';
import type { World } from '#local/counterparts/organization/world.ts';
import { organizationAggregator } from '#local/counterparts/organization/world-resources.ts';
import { createParameterStore } from '#local/counterparts/parameter-store.ts';
import { startRecordingProxy } from '#local/proxy/recording-proxy.ts';
import { directoryBackend } from '#test/commands/doctor/fake-tables.ts';
import { mayAssume } from '#test/commands/doctor/may-assume.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const HEARD_AT = '2026-11-22T06:20:00.000Z';
export const BOOTSTRAP = '/cdk-bootstrap/hnb659fds/version';
const TABLE = 'ReeveHub-DirectoryTableD64E6930';
const CONTACT = { name: 'On duty', title: 'Engineer', email: 'duty@example.org', phone: '+46 8 5550100' };

type Options = { world: World; settings: Settings; paging?: Paging };

/** A deployment of Reeve in a world, without a fault, and the doctor for it. Tests break in it what they are about. */
export async function aDeployment({ world, settings, paging }: Options) {
  const clock = new Clock();
  const faults = new Faults();
  world.costs.switches.today = NOW.toISOString().slice(0, 10);
  const roles = new Set(['reeve-doctor', 'reeve-reader', 'reeve-organization-reader', 'reeve-cost-reader']);
  const identities = new Identities({
    accountId: '000000000000',
    arn: 'arn:aws:iam::000000000000:user/nobody',
  });
  const parameters = createParameterStore({ '/ReeveHub/channels/ops': 'xoxb-town-hall' }, clock);
  const bootstrap = world.bootstrap[`${world.hubAccount}/${world.homeRegion}`];
  parameters.set(BOOTSTRAP, String(bootstrap), 'String');
  const directory = aDirectory(world, settings);
  world.aggregators.push(organizationAggregator(world, 'ReeveHub-tags'));
  const services = {
    ...createOrganizationServices({
      world,
      identities,
      faults,
      clock,
      mayAssume: mayAssume(world, roles),
      ...(paging ? { paging } : {}),
    }),
    ...withFaults({ dynamodb: directoryBackend(TABLE, () => directory), ssm: parameters.backend }, faults),
  };
  const proxy = await startRecordingProxy({ clock, backends: services });

  /** What somebody's shell has set, a person of the hub account unless said otherwise. */
  function environmentOf({ accountId = world.hubAccount, ...somebody }: Partial<Identity> = {}) {
    const { arn = `arn:aws:iam::${accountId}:user/ada` } = somebody;
    return {
      AWS_ENDPOINT_URL: proxy.url,
      AWS_ACCESS_KEY_ID: identities.issue({ accountId, arn }),
      AWS_SECRET_ACCESS_KEY: 'secret',
    };
  }

  async function ask(only?: string, somebody?: Partial<Identity>): Promise<Finding[]> {
    Object.assign(process.env, environmentOf(somebody));
    const context = await openContext({
      settings,
      stack: 'ReeveHub',
      now: NOW,
      sendsTests: false,
      progress: () => {},
    });
    return runChecks(chooseChecks(allChecks, only), context);
  }

  const callerOf = (accessKeyId: string) => identities.find(accessKeyId);
  const close = async () => {
    await proxy.close();
    clock.stop();
  };
  return { world, faults, roles, parameters, directory, proxy, ask, environmentOf, callerOf, close };
}

export type Deployment = Awaited<ReturnType<typeof aDeployment>>;

/** Every account is known with its contacts, and was heard this morning. */
function aDirectory({ accounts }: World, settings: Settings): DirectoryRows {
  const all = regionsOfMembers(settings);
  return {
    accounts: accounts.map(({ id, name, state, tags }) => ({
      id,
      name,
      state,
      tags,
      contacts: { BILLING: CONTACT, OPERATIONS: CONTACT, SECURITY: CONTACT },
      targetSince: '2024-03-01T00:00:00.000Z',
      readAt: HEARD_AT,
    })),
    awaitedSince: {},
    heartbeats: accounts
      .filter(({ state }) => state === 'ACTIVE')
      .flatMap(({ id }) =>
        all.map((region) => ({ account: id, region, heardAt: HEARD_AT, version: VERSION })),
      ),
  };
}
