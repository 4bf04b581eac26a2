import { describe, expect, test } from 'vitest';
import { regionsOfParts, rulesOfPart } from '#lib/members/member-parts.ts';
import type { MemberRule, MemberShare, Place } from '#lib/members/member-share.ts';

const rule = (id: string, places: Place[]): MemberRule => ({ id, description: id, pattern: {}, places });
const shares: MemberShare[] = [
  {
    capability: 'some-alerts',
    rules: [
      rule('Everywhere', ['configured', 'global', 'backup']),
      rule('Regional', ['configured']),
      rule('Global', ['global']),
    ],
    reads: [],
    writes: [],
  },
];
const idsOf = (part: Parameters<typeof rulesOfPart>[0], regions: string[]) =>
  rulesOfPart(part, { hubRegion: 'eu-north-1', regions, backup: true }, shares).map(({ id }) => id);

describe('every Region has one part', () => {
  test.each([
    [
      'the home Region alone',
      'eu-north-1',
      [],
      { global: ['us-east-1'], regional: ['eu-north-1'], backup: ['us-west-2'] },
    ],
    [
      'several, one twice',
      'eu-north-1',
      ['eu-west-3', 'eu-north-1'],
      { global: ['us-east-1'], regional: ['eu-north-1', 'eu-west-3'], backup: ['us-west-2'] },
    ],
    [
      'a hub in the global Region',
      'us-east-1',
      [],
      { global: ['us-east-1'], regional: [], backup: ['us-west-2'] },
    ],
    [
      'the backup Region among the settings’',
      'eu-north-1',
      ['us-west-2'],
      { global: ['us-east-1'], regional: ['eu-north-1', 'us-west-2'], backup: [] },
    ],
    ['GovCloud', 'us-gov-east-1', [], { global: ['us-gov-west-1'], regional: ['us-gov-east-1'], backup: [] }],
    ['China', 'cn-north-1', [], { global: ['cn-north-1'], regional: [], backup: ['cn-northwest-1'] }],
  ])('%s', (_, hubRegion, regions, expected) => {
    expect(regionsOfParts({ hubRegion, regions, backup: true })).toEqual({
      ...expected,
      writer: expected.global,
    });
  });
});

describe('the rules of a part', () => {
  test('those of the settings’ Regions are in the global one only if it is among them', () => {
    expect(idsOf('global', [])).toEqual(['Everywhere', 'Global']);
    expect(idsOf('global', ['us-east-1'])).toEqual(['Everywhere', 'Regional', 'Global']);
  });

  test('a Region list without the global one loses no global rule (quota-monitor: deployment-manager)', () => {
    expect(idsOf('global', ['ap-south-1'])).toContain('Global');
  });

  test('where AWS only keeps copies, nothing else is forwarded', () => {
    expect(idsOf('backup', [])).toEqual(['Everywhere']);
    expect(idsOf('regional', [])).toEqual(['Everywhere', 'Regional']);
    expect(idsOf('writer', [])).toEqual([]);
  });
});
