import { Clock } from '#local/clock.ts';
import { Faults } from '#local/counterparts/organization/faults.ts';
import { Identities } from '#local/counterparts/organization/identities.ts';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import { createOrganizationServices } from '#local/counterparts/organization/organization-services.ts';
import type { SecurityTokenOptions } from '#local/counterparts/organization/security-token.ts';
import { startRecordingProxy } from '#local/proxy/recording-proxy.ts';

type Config = {
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  maxAttempts: number;
};
type Place = { account?: string; region?: string };

export const MANAGEMENT = '999900001111';
export const HUB = '222233334444';
export const MEMBER = '111122223333';
export const HOME = 'eu-central-1';

/** A world behind the proxy, and SDK clients of its accounts. Each call is tried once. */
export async function servedWorld(trust: Pick<SecurityTokenOptions, 'mayAssume'> = {}) {
  const world = makeWorld();
  const identities = new Identities({ accountId: HUB, arn: `arn:aws:iam::${HUB}:role/reeve-doctor` });
  const faults = new Faults();
  const clock = new Clock();
  const backends = createOrganizationServices({ world, identities, faults, clock, ...trust });
  const proxy = await startRecordingProxy({ clock, backends });

  const clientOf = <Client>(Kind: new (config: Config) => Client, place: Place = {}): Client => {
    const { account = HUB, region = HOME } = place;
    const arn = `arn:aws:iam::${account}:role/reader`;
    const accessKeyId = identities.issue({ accountId: account, arn });
    const credentials = { accessKeyId, secretAccessKey: 'x' };
    return new Kind({ endpoint: proxy.url, region, credentials, maxAttempts: 1 });
  };
  const close = async () => {
    await proxy.close();
    clock.stop();
  };
  return { world, clock, faults, clientOf, url: proxy.url, close };
}

export type ServedWorld = Awaited<ReturnType<typeof servedWorld>>;
