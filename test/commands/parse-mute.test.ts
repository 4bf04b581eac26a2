import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeMute } from '#bin/commands/mute/describe-mute.ts';
import { parseMute } from '#bin/commands/mute/parse-mute.ts';
import { matchRoutes, type Routable } from '#lambdas/alert-desk/match-routes.ts';

const NOW = new Date('2026-03-10T09:00:00Z');
const GIVEN = { id: 'storm', reason: 'known since Monday', until: '8h', service: ['EC2'] };

test('each kind of option becomes a field of the filter', () => {
  const given = {
    ...GIVEN,
    'type-code': ['AWS_EC2_*', 'AWS_EBS_*'],
    account: ['111122223333'],
    region: ['eu-*'],
    ou: ['/prod'],
    tag: ['stage=dev', 'stage=a=b', 'team=x'],
  };

  expect(parseMute(given, NOW).when).toEqual({
    labels: { typeCode: ['AWS_EC2_*', 'AWS_EBS_*'], service: ['EC2'] },
    accounts: ['111122223333'],
    regions: ['eu-*'],
    ous: ['/prod'],
    tags: { stage: ['dev', 'a=b'], team: ['x'] },
  });
});

test.each([
  ['90m', '2026-03-10T10:30:00.000Z'],
  ['8h', '2026-03-10T17:00:00.000Z'],
  ['7d', '2026-03-17T09:00:00.000Z'],
  ['2026-03-11T00:00:00+02:00', '2026-03-10T22:00:00.000Z'],
])('--until %s is %s', (until, moment) => {
  expect(parseMute({ ...GIVEN, until }, NOW).until).toBe(moment);
});

describe('what is wrong is named by its option', () => {
  test.each([
    [{ id: 'A Storm' }, '--id must be a short word'],
    [{ reason: 'x' }, '--reason must say why'],
    [{ until: 'tomorrow' }, '--until must be a span such as'],
    [{ until: '2026-03-11' }, '--until must be a span such as'],
    [{ until: '0h' }, '--until is in the past'],
    [{ until: '2026-03-10T08:59:00Z' }, '--until is in the past'],
    [{ until: '9999d' }, '--until is more than a year away'],
    [{ account: ['12'] }, '--account must be an account id'],
    [{ ou: ['prod'] }, '--ou must be a path'],
    [{ tag: ['stage'] }, '--tag must be key=value'],
    [{ service: undefined }, 'Say what to mute'],
  ])('%j', (over, message) => {
    expect(() => parseMute({ ...GIVEN, ...over }, NOW)).toThrow(message);
  });

  test('all at once', () => {
    const parse = () => parseMute({ ...GIVEN, id: 'A', reason: '', until: 'x' }, NOW);

    expect(parse).toThrow(/--id .*\n--reason .*\n--until /s);
  });
});

test('a mute holds exactly what its options name', () => {
  const part = (service: string, account: string): Routable => ({
    source: 'health',
    severity: 'error',
    account,
    labels: { service: [service] },
  });
  const services = fc.constantFrom('EC2', 'RDS', 'S3');
  const accounts = fc.constantFrom('111122223333', '444455556666');
  const lists = fc.tuple(
    fc.uniqueArray(services, { minLength: 1 }),
    fc.uniqueArray(accounts, { minLength: 1 }),
  );

  fc.assert(
    fc.property(lists, services, accounts, ([service, account], itsService, itsAccount) => {
      const mute = parseMute({ ...GIVEN, service, account }, NOW);
      const settings = { routes: [], owners: {} };
      const { mutedUntil } = matchRoutes(part(itsService, itsAccount), settings, [mute], NOW);

      expect(mutedUntil !== undefined).toBe(service.includes(itsService) && account.includes(itsAccount));
    }),
  );
});

test('a mute is told in one line', () => {
  const mute = parseMute({ ...GIVEN, account: ['111122223333', '444455556666'], tag: ['stage=dev'] }, NOW);

  expect(describeMute(mute)).toBe(
    'storm: service EC2 and tag stage dev and accounts 111122223333 or 444455556666, until 2026-03-10T17:00:00.000Z (known since Monday)',
  );
});
