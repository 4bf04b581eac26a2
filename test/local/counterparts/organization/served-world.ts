import type { BusEvent } from '#local/bus/bus-event.ts';
import { Clock } from '#local/clock.ts';
import { Faults } from '#local/counterparts/organization/faults.ts';
import { Identities } from '#local/counterparts/organization/identities.ts';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import { createOrganizationServices } from '#local/counterparts/organization/organization-services.ts';
import type { SecurityTokenOptions } from '#local/counterparts/organization/security-token.ts';
import { supportHosts } from '#local/counterparts/organization/support-cases/support-hosts.ts';
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
  const events: BusEvent[] = [];
  const announce = (event: BusEvent) => void events.push(event);
  const backends = createOrganizationServices({ world, identities, faults, clock, announce, ...trust });
  const proxy = await startRecordingProxy({ clock, backends });

  /** An access key of an account's reader. */
  const keyOf = (account: string) =>
    identities.issue({ accountId: account, arn: `arn:aws:iam::${account}:role/reader` });
  const clientOf = <Client>(Kind: new (config: Config) => Client, place: Place = {}): Client => {
    const { account = HUB, region = HOME } = place;
    const credentials = { accessKeyId: keyOf(account), secretAccessKey: 'x' };
    return new Kind({ endpoint: proxy.url, region, credentials, maxAttempts: 1 });
  };
  const hosts = supportHosts({ world, clock, proxyUrl: proxy.url });
  /** A GET or PUT of a link, as a function's would go by way of the gateway. */
  const fetchLink = async (url: string, put?: Buffer) => {
    const { host, pathname, search } = new URL(url);
    const method = put ? 'PUT' : 'GET';
    const path = `${pathname}${search}`;
    const body = put ?? Buffer.alloc(0);
    return hosts[host]?.({ method, host, path, headers: {}, body });
  };
  const close = async () => {
    await proxy.close();
    clock.stop();
  };
  return { world, clock, faults, clientOf, keyOf, fetchLink, events, url: proxy.url, close };
}

export type ServedWorld = Awaited<ReturnType<typeof servedWorld>>;
