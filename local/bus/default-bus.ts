import { partitionOf } from '#lib/regions.ts';
import type { Bus, Rule } from '#local/estate.ts';
import type { HubPlace } from '#local/hub-of.ts';
import type { BusEvent } from './bus-event.ts';

/** The default bus that an account has in a Region. */
export function defaultBusArn(account: string, region: string): string {
  return `arn:${partitionOf(region)}:events:${region}:${account}:event-bus/default`;
}

/**
 * Where AWS puts an event of its own: on the default bus of the event's account and Region where a rule
 * listens, else on the hub's, which gets the Health events of all accounts by the organizational view.
 * https://docs.aws.amazon.com/health/latest/ug/aggregate-events.html
 */
export function busOfEvent({ account, region }: BusEvent, rules: Rule[], hub: HubPlace): string {
  const isOwn = ({ busArn }: Rule) => busArn.endsWith(`:events:${region}:${account}:event-bus/default`);
  return rules.find(isOwn)?.busArn ?? defaultBusArn(hub.accountId, hub.region);
}

/** How to find the ARN of a bus by its name in the Regions of an account; every Region has a default one. */
export function busesByName(buses: Bus[], account: string) {
  return (name: string, region: string): string | undefined => {
    const byDefault = defaultBusArn(account, region);
    if (name === 'default') return byDefault;
    return buses.find(({ arn }) => arn === byDefault.replace(/default$/, name))?.arn;
  };
}
