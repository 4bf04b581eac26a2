import { vi } from 'vitest';
import {
  type AccountPorts,
  accountClient,
  type SupportPlace,
} from '#lambdas/support-cases/read/account-client.ts';
import { Clock } from '#local/clock.ts';
import { type NewCase, openCase } from '#local/counterparts/organization/change-cases.ts';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import { supportHosts } from '#local/counterparts/organization/support-cases/support-hosts.ts';
import { USUAL_HABITS } from '#local/counterparts/organization/world-cases.ts';
import { startEgressGateway } from '#local/proxy/egress-gateway.ts';
import { anOrganization } from '#test/local/counterparts/organization/an-organization.ts';
import { HOME, MEMBER } from '#test/local/counterparts/organization/served-world.ts';
import { routeHttps } from './route-https.ts';

export const HOUR_MS = 60 * 60_000;
const READER = { roleName: 'reeve-reader', externalId: 'reeve/ReeveHub' };
const REGIONS = ['us-east-1', 'us-west-2', 'eu-west-1'];

/** AWS Support of a world, and the function's own way to read it: roles, endpoints, links and all. */
export async function aSupport() {
  const world = makeWorld();
  const mayAssume = (_: unknown, role: string, externalId?: string) =>
    role.includes(MEMBER) && externalId === READER.externalId;
  const organization = await anOrganization({ world, mayAssume });
  const clock = new Clock();
  const hosts = supportHosts({ world, clock, proxyUrl: organization.proxy.url });
  const gateway = await startEgressGateway({ clock, hosts });
  const unroute = routeHttps(gateway.url, (host) => host in hosts);
  vi.stubEnv('AWS_ENDPOINT_URL', organization.proxy.url);
  vi.stubEnv('AWS_REGION', HOME);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'hub');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');

  const slept: number[] = [];
  const warned: [string, Record<string, unknown>][] = [];
  const ports = {
    now: () => new Date(clock.now()),
    sleep: async (milliseconds: number) => void slept.push(milliseconds),
    warn: (message: string, fields: Record<string, unknown>) => void warned.push([message, fields]),
  };
  const place = { partition: 'aws', regions: REGIONS, reader: READER };
  return {
    ...organization,
    world,
    gateway,
    slept,
    warned,
    support: world.support,
    now: () => clock.now(),
    /** Nobody has a case, and AWS behaves as usual. */
    empty() {
      organization.faults.clear();
      Object.assign(world.support, { cases: [], permitRequests: [], habits: structuredClone(USUAL_HABITS) });
      slept.length = 0;
      warned.length = 0;
    },
    /** A case of the member, `ago` before now. */
    openCase: (words: Partial<NewCase> = {}, ago = HOUR_MS) =>
      openCase(
        world.support,
        { account: MEMBER, subject: 'It fails', body: 'Why?', ...words },
        clock.now() - ago,
      ).opened,
    client: (more: Partial<SupportPlace> = {}, other: Partial<AccountPorts> = {}) =>
      accountClient({ ...place, ...more }, { ...ports, ...other }),
    open: (account = MEMBER, more: Partial<SupportPlace> = {}) =>
      accountClient({ ...place, ...more }, ports)(account),
    close: async () => {
      unroute();
      vi.unstubAllEnvs();
      await Promise.all([gateway.close(), organization.proxy.close()]);
      clock.stop();
    },
  };
}

export type ASupport = Awaited<ReturnType<typeof aSupport>>;

/** All that a list brings, page by page. */
export async function allOf<Item>(pages: AsyncIterable<Item[]>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const page of pages) all.push(...page);
  return all;
}
