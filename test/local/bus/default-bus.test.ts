import { expect, test } from 'vitest';
import type { BusEvent } from '#local/bus/bus-event.ts';
import { busesByName, busOfEvent, defaultBusArn } from '#local/bus/default-bus.ts';
import type { Rule } from '#local/estate.ts';

const HUB = { accountId: '222233334444', region: 'eu-central-1' };
const anEvent = (account: string, region: string) => ({ account, region }) as BusEvent;
const rules = [{ busArn: defaultBusArn('444455556666', 'eu-west-1') }] as Rule[];

test.each([
  ['of a member, in a Region with rules', '444455556666', 'eu-west-1', '444455556666', 'eu-west-1'],
  ['of a member, in another Region', '444455556666', 'us-east-1', HUB.accountId, HUB.region],
  ['of a stranger', '999988887777', 'eu-west-1', HUB.accountId, HUB.region],
  ['of the hub', HUB.accountId, HUB.region, HUB.accountId, HUB.region],
])('an event %s comes to the bus of %s in %s as %s in %s', (_name, account, region, busOwner, busRegion) => {
  expect(busOfEvent(anEvent(account, region), rules, HUB)).toBe(defaultBusArn(busOwner, busRegion));
});

test('a default bus lies in the partition of its Region', () => {
  expect(defaultBusArn('1', 'us-gov-west-1')).toBe('arn:aws-us-gov:events:us-gov-west-1:1:event-bus/default');
});

test('a bus is found by its name where it is, and a default one in every Region', () => {
  const arn = 'arn:aws:events:eu-central-1:222233334444:event-bus/hub';
  const find = busesByName([{ name: 'hub', arn }], HUB.accountId);
  expect(find('hub', 'eu-central-1')).toBe(arn);
  expect(find('hub', 'eu-west-1')).toBeUndefined();
  expect(find('default', 'eu-west-1')).toBe(defaultBusArn(HUB.accountId, 'eu-west-1'));
});
