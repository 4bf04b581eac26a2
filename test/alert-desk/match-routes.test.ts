import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchRoutes, type Routable } from '#lambdas/alert-desk/match-routes.ts';
import { matchesGlob } from '#lambdas/contracts/matches-glob.ts';
import type { Mute, PartFilter, Route } from '#lambdas/contracts/settings.ts';

const NOW = new Date('2026-03-10T12:00:00Z');

function aPart(part: Partial<Routable> = {}): Routable {
  return {
    source: 'health',
    severity: 'warning',
    account: '111122223333',
    region: 'eu-central-1',
    labels: {
      service: ['VPN'],
      typeCode: ['AWS_VPN_REDUNDANCY_LOSS'],
      category: ['accountnotification'],
      persona: ['OPERATIONS', 'SECURITY'],
      actionability: ['ACTION_REQUIRED'],
      ou: ['/prod/eu'],
      'tag:team': ['payments', 'core'],
    },
    ...part,
  };
}

const aRoute = (route: Partial<Route> = {}): Route => ({
  name: 'ops',
  when: {},
  channels: ['ops'],
  owner: false,
  ...route,
});

const aMute = (mute: Partial<Mute> = {}): Mute => ({
  id: 'noise',
  reason: 'is known',
  until: '2026-04-01T00:00:00.000Z',
  when: {},
  ...mute,
});

const route = (part: Routable, routes: Route[], mutes: Mute[] = [], owners: Record<string, string> = {}) =>
  matchRoutes(part, { routes, owners }, mutes, NOW);

describe('a filter', () => {
  test.each<[PartFilter, boolean]>([
    [{}, true],
    [{ sources: ['health'] }, true],
    [{ sources: ['cost', 'health'] }, true],
    [{ sources: ['cost'] }, false],
    [{ severity: 'info' }, true],
    [{ severity: 'warning' }, true],
    [{ severity: 'error' }, false],
    [{ accounts: ['111122223333', '444455556666'] }, true],
    [{ accounts: ['444455556666'] }, false],
    [{ regions: ['eu-central-1'] }, true],
    [{ regions: ['eu-*'] }, true],
    [{ regions: ['us-*'] }, false],
    [{ ous: ['/prod/eu'] }, true],
    [{ ous: ['/prod'] }, true],
    [{ ous: ['/prod/'] }, true],
    [{ ous: ['/'] }, true],
    [{ ous: ['/pro'] }, false],
    [{ ous: ['/prod/eu/west'] }, false],
    [{ tags: { team: ['core'] } }, true],
    [{ tags: { team: ['pay*'] } }, true],
    [{ tags: { team: ['shop'] } }, false],
    [{ tags: { tier: ['*'] } }, false],
    [{ labels: { service: ['VPN'] } }, true],
    [{ labels: { service: ['vpn'] } }, true],
    [{ labels: { service: ['EC2', 'VPN'] } }, true],
    [{ labels: { service: ['EC2'] } }, false],
    [{ labels: { typeCode: ['AWS_VPN_*'] } }, true],
    [{ labels: { typeCode: ['AWS_*_LOSS'] } }, true],
    [{ labels: { typeCode: ['VPN'] } }, false],
    [{ labels: { persona: ['SECURITY'] } }, true],
    [{ labels: { persona: ['BILLING'] } }, false],
    [{ labels: { actionability: ['ACTION_REQUIRED'] } }, true],
    [{ labels: { category: ['accountNotification'] } }, true],
    [{ labels: { constructor: ['*'] } }, false],
    [{ sources: ['health'], labels: { service: ['VPN'], persona: ['SECURITY'] } }, true],
    [{ sources: ['health'], labels: { service: ['VPN'], persona: ['BILLING'] } }, false],
  ])('%j matches: %s', (when, matches) => {
    expect(route(aPart(), [aRoute({ when })]).channels).toEqual(matches ? ['ops'] : []);
    expect(route(aPart(), [aRoute()], [aMute({ when })]).channels).toEqual(matches ? [] : ['ops']);
  });

  test.each<[PartFilter, Partial<Routable>]>([
    [{ accounts: ['111122223333'] }, { account: undefined }],
    [{ regions: ['*'] }, { region: undefined }],
    [{ ous: ['/'] }, { labels: {} }],
    [{ labels: { service: ['*'] } }, { labels: {} }],
  ])('%j does not match a part that has no such thing', (when, part) => {
    expect(route(aPart(part), [aRoute({ when })]).channels).toEqual([]);
  });
});

describe('routes', () => {
  test('all that match are added up, each channel once, in one order', () => {
    const routes = [
      aRoute({ channels: ['ops', 'audit'] }),
      aRoute({ name: 'more', channels: ['ops', 'net'] }),
    ];
    expect(route(aPart(), routes).channels).toEqual(['audit', 'net', 'ops']);
    expect(route(aPart(), routes.toReversed()).channels).toEqual(['audit', 'net', 'ops']);
  });

  test.each([
    ['the owner has a channel', 'payments', true, ['ops', 'payments-chat']],
    ['the owner has none', 'shop', true, ['ops']],
    ['there is no owner', undefined, true, ['ops']],
    ['the route is not for owners', 'payments', false, ['ops']],
  ])('owners hear of it directly: %s', (_case, owner, forOwner, channels) => {
    const part = aPart({ owner });
    expect(route(part, [aRoute({ owner: forOwner })], [], { payments: 'payments-chat' }).channels).toEqual(
      channels,
    );
  });

  test('each says why it matches or does not', () => {
    const routes = [
      aRoute({ name: 'costs', when: { sources: ['cost'] } }),
      aRoute({ name: 'grave', when: { severity: 'critical' } }),
      aRoute({ name: 'other-account', when: { accounts: ['444455556666'] } }),
      aRoute({ name: 'abroad', when: { regions: ['us-*'] } }),
      aRoute({ name: 'dev', when: { ous: ['/dev'] } }),
      aRoute({ name: 'shop', when: { tags: { team: ['shop'] } } }),
      aRoute({ name: 'bills', when: { labels: { persona: ['BILLING'] } } }),
      aRoute({ name: 'tasks', when: { labels: { cluster: ['*'] } } }),
      aRoute({ name: 'all' }),
      aRoute({ name: 'owners', channels: [], owner: true }),
    ];
    expect(route(aPart(), routes).reasons).toEqual([
      'route "costs" does not match: source is health',
      'route "grave" does not match: severity warning is milder than critical',
      'route "other-account" does not match: account is 111122223333',
      'route "abroad" does not match: region is eu-central-1',
      'route "dev" does not match: OU is /prod/eu',
      'route "shop" does not match: tag team does not match',
      'route "bills" does not match: persona is OPERATIONS, SECURITY',
      'route "tasks" does not match: cluster is absent',
      'route "all" matches: ops',
      'route "owners" matches: no channel',
    ]);
  });
});

describe('a mute', () => {
  const routes = [aRoute()];

  test('holds all channels back, and says why and until when', () => {
    expect(
      route(aPart(), routes, [aMute({ when: { labels: { typeCode: ['AWS_VPN_REDUNDANCY_LOSS'] } } })]),
    ).toEqual({
      channels: [],
      mutedUntil: '2026-04-01T00:00:00.000Z',
      reasons: [
        'route "ops" matches: ops',
        'mute "noise" holds it back until 2026-04-01T00:00:00.000Z: is known',
      ],
    });
  });

  test.each(['2026-03-10T12:00:00Z', '2026-01-01T00:00:00Z', 'never'])(
    'that ends at %s holds nothing back',
    (until) => {
      const routing = route(aPart(), routes, [aMute({ until })]);
      expect(routing.channels).toEqual(['ops']);
      expect(routing).not.toHaveProperty('mutedUntil');
    },
  );

  test('of something else holds nothing back', () => {
    const mute = aMute({ when: { labels: { service: ['EC2'] } } });
    expect(route(aPart(), routes, [mute]).channels).toEqual(['ops']);
  });

  test('with others is over when the first of them is, to be looked at anew', () => {
    const ends = ['2026-05-01T00:00:00Z', '2026-04-01T01:00:00+02:00', '2026-04-01T00:00:00Z'];
    const mutes = ends.map((until) => aMute({ until }));
    expect(route(aPart(), routes, mutes).mutedUntil).toBe('2026-03-31T23:00:00.000Z');
  });
});

describe('matchesGlob', () => {
  test.each([
    ['AWS_EC2_*', 'AWS_EC2_API_ISSUE', true],
    ['*', '', true],
    ['', '', true],
    ['', 'x', false],
    ['a*c', 'abc', true],
    ['a*c', 'ac', true],
    ['a*c', 'abd', false],
    ['*b*', 'abc', true],
    ['a.c', 'abc', false],
    ['a.c', 'a.c', true],
    ['a+(b)[c]', 'a+(b)[c]', true],
    ['AbC', 'aBc', true],
    ['a*', 'a\nb', true],
    ['a', 'ab', false],
    ['b', 'ab', false],
  ])('%j matches %j: %s', (pattern, value, matches) => {
    expect(matchesGlob(pattern, value)).toBe(matches);
  });

  test('a text without a star matches itself and, but for its case, nothing else', () => {
    const text = fc.string().filter((value) => !value.includes('*'));
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(matchesGlob(one, one)).toBe(true);
        expect(matchesGlob(one, other)).toBe(one.toUpperCase() === other.toUpperCase());
      }),
    );
  });

  test('a star stands for any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (start, middle, end) => {
        const literal = (text: string) => text.replaceAll('*', '');
        const pattern = `${literal(start)}*${literal(end)}`;
        expect(matchesGlob(pattern, `${literal(start)}${middle}${literal(end)}`)).toBe(true);
      }),
    );
  });
});
