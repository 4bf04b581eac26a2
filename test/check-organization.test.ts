import { describe, expect, test } from 'vitest';
import { anOrganization } from '#test/stacks/an-organization.ts';
import { someSettings } from '#test/stacks/some-settings.ts';

describe('an error names the field and says what to write', () => {
  test.each<[field: string, wayOut: RegExp, settings: () => unknown]>([
    [
      'hub.account',
      /members must be told which account to trust/,
      () => anOrganization({ hub: { region: 'eu-north-1' } }),
    ],
    ['hub.account', /members must be told/, () => anOrganization({ hub: undefined })],
    [
      'hub.region',
      /code of a Region such as eu-central-1/,
      () => someSettings({ hub: { region: 'Stockholm' } }),
    ],
    ['hub.account', /12 digits/, () => someSettings({ hub: { account: '123', region: 'eu-north-1' } })],
    ['organization.id', /such as o-a1b2c3d4e5/, () => anOrganization({}, { id: 'town' })],
    ['organization.targets', /the root for all accounts/, () => anOrganization({}, { targets: [] })],
    [
      'organization.targets.0',
      /the id of the root \(r-…\) or of an organizational unit/,
      () => anOrganization({}, { targets: ['/prod'] }),
    ],
    ['organization.targets.1', /named twice/, () => anOrganization({}, { targets: ['r-town', 'r-town'] })],
    [
      'organization.maxConcurrentPercentage',
      /must be 100 at most/,
      () => anOrganization({}, { maxConcurrentPercentage: 101 }),
    ],
    [
      'organization',
      /cannot be used in China/,
      () => anOrganization({ hub: { account: '555500001111', region: 'cn-north-1' }, regions: [] }),
    ],
    ['accountDirectory', /needs an organization/, () => someSettings({ accountDirectory: {} })],
    ['hub', /other Regions must be told where Reeve runs/, () => someSettings({ regions: ['eu-north-1'] })],
    ['hub', /heartbeats must be told where Reeve runs/, () => someSettings({ heartbeat: {} })],
    ['regions.1', /named twice/, () => anOrganization({ regions: ['eu-west-3', 'eu-west-3'] })],
    [
      'regions.0',
      /lies in another partition than hub\.region/,
      () => anOrganization({ regions: ['us-gov-west-1'] }),
    ],
    [
      'heartbeat.silentAfterHours',
      /must be 26 at least/,
      () => anOrganization({ heartbeat: { silentAfterHours: 24 } }),
    ],
    [
      'accountDirectory.ownerTag',
      /must not be empty/,
      () => anOrganization({ accountDirectory: { ownerTag: '' } }),
    ],
  ])('%s: %s', (field, wayOut, settings) => {
    expect(settings).toThrow(wayOut);
    expect(settings).toThrow(new RegExp(`^  ${field.replaceAll('.', '\\.')}: `, 'm'));
  });
});

test('what is left out of an Organization gets its default', () => {
  expect(anOrganization().organization).toEqual({
    id: 'o-exampletown1',
    managementAccount: '555500009999',
    targets: ['r-town'],
    writerTargets: [],
    retainOnLeaving: false,
    maxConcurrentPercentage: 25,
    failureTolerancePercentage: 100,
  });
});

test('a lone account in China is all right', () => {
  expect(
    someSettings({ hub: { region: 'cn-northwest-1' }, regions: ['cn-north-1'], heartbeat: {} }).regions,
  ).toEqual(['cn-north-1']);
});
