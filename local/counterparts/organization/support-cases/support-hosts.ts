import type { Clock } from '#local/clock.ts';
import type { EgressHandler } from '#local/proxy/egress-gateway.ts';
import { forwardTo } from '#local/proxy/forward-to.ts';
import type { World } from '../world.ts';
import { attachmentHosts } from './attachment-hosts.ts';
import { SUPPORT_REGIONS } from './attachment-link.ts';

type Settings = { world: World; clock: Pick<Clock, 'now'>; proxyUrl: string };

/**
 * The hosts of AWS Support that somebody may name instead of leaving them to the SDK: its endpoints, which lead to the
 * proxy as all calls do, and those of files.
 */
export function supportHosts({ world, clock, proxyUrl }: Settings): Record<string, EgressHandler> {
  const forward = forwardTo(proxyUrl);
  // Whose call it is, its signature says.
  const toProxy: EgressHandler = (request) =>
    forward({ ...request, id: 0, service: '', operation: '', region: '', accessKeyId: '' });
  const regions = [...new Set([...SUPPORT_REGIONS, world.homeRegion])];
  const names = regions.flatMap((region) => [
    `support.${region}.amazonaws.com`,
    `supportauthz.${region}.api.aws`,
    `supportauthz.${region}.amazonaws.com`,
  ]);
  return {
    ...Object.fromEntries(names.map((name) => [name, toProxy])),
    ...attachmentHosts({ world, clock }),
  };
}
