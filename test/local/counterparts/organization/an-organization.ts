import { Clock } from '#local/clock.ts';
import { Faults } from '#local/counterparts/organization/faults.ts';
import { Identities } from '#local/counterparts/organization/identities.ts';
import {
  createOrganizationServices,
  type OrganizationServicesOptions,
} from '#local/counterparts/organization/organization-services.ts';
import { type RecordingProxy, startRecordingProxy } from '#local/proxy/recording-proxy.ts';

type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
type Config = { endpoint: string; region: string; credentials: Credentials; maxAttempts: number };
type Client<Made> = new (config: Config) => Made;
type Options = Pick<OrganizationServicesOptions, 'world'> & Partial<OrganizationServicesOptions>;

export type RunningOrganization = {
  proxy: RecordingProxy;
  identities: Identities;
  faults: Faults;
  /** A client with the keys of an account's `admin` role; the hub's, unless said otherwise. */
  client: <Made>(Client: Client<Made>, account?: string, more?: Partial<Config>) => Made;
};

/** The services of a world behind the recording proxy, for real SDK clients. */
export async function anOrganization({ world, ...options }: Options): Promise<RunningOrganization> {
  const hubRole = { accountId: world.hubAccount, arn: `arn:aws:iam::${world.hubAccount}:role/reeve-hub` };
  const identities = new Identities(hubRole);
  const faults = new Faults();
  const clock = new Clock();
  const backends: Parameters<typeof startRecordingProxy>[0]['backends'] = {};
  const proxy = await startRecordingProxy({ clock, backends });
  Object.assign(
    backends,
    createOrganizationServices({
      world,
      identities,
      faults,
      clock,
      onAssumed: proxy.registerCaller,
      ...options,
    }),
  );
  return {
    proxy,
    identities,
    faults,
    client: (Client, account = world.hubAccount, more = {}) => {
      const accessKeyId = identities.issue({
        accountId: account,
        arn: `arn:aws:iam::${account}:role/admin`,
        session: 'test',
      });
      const credentials = { accessKeyId, secretAccessKey: 'secret' };
      return new Client({ endpoint: proxy.url, region: 'us-east-1', credentials, maxAttempts: 1, ...more });
    },
  };
}
