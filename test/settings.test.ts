import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import reeveConfig from '#config';
import { defineSettings } from '#lib/settings.ts';

type Given = Parameters<typeof defineSettings>[0];

const VALID = {
  alarmEmails: ['town@example.org'],
  channels: { ops: { kind: 'webhook' } },
  routes: [{ name: 'everything', channels: ['ops'] }],
};
const ACCOUNT = { id: '111122223333' };
const MUTE = { id: 'quiet', reason: 'Known since the spring', until: '2027-06-30T00:00:00Z', when: {} };

/** The lines of the error, without its heading. */
function errorsOf(settings: unknown): string[] {
  try {
    defineSettings(settings as Given);
  } catch (error) {
    const [heading, ...lines] = (error as Error).message.split('\n');
    expect(heading).toBe('reeve.config.ts needs mending:');
    return lines.map((line) => line.trim());
  }
  return [];
}

test('reeve.config.ts is valid as it stands', () => {
  expect(reeveConfig.alarmEmails.length).toBeGreaterThan(0);
  expect(errorsOf(reeveConfig)).toEqual([]);
});

test('what is left out gets its default', () => {
  expect(defineSettings(VALID as Given)).toEqual({
    ...VALID,
    regions: [],
    routes: [{ name: 'everything', channels: ['ops'], when: {}, owner: false }],
    mutes: [],
    owners: {},
    accounts: [],
    dropUnrouted: false,
    logRetentionDays: 30,
  });
});

describe('an error names the field and says what to write', () => {
  test.each<[field: string, over: object, wayOut: string | RegExp]>([
    ['alarmEmails', { alarmEmails: [] }, 'must name at least one address'],
    ['alarmEmails', { alarmEmails: undefined }, /^is missing: it must be a list/],
    ['alarmEmails.0', { alarmEmails: ['the town'] }, 'must be an e-mail address'],
    ['channels.Ops', { channels: { ops: { kind: 'webhook' }, Ops: { kind: 'webhook' } } }, /lower case/],
    [
      'channels.ops.kind',
      { channels: { ops: { kind: 'pigeon' } } },
      /'slack' \| 'slack-webhook' \| 'webhook'/,
    ],
    [
      'channels.ops.conversation',
      { channels: { ops: { kind: 'slack', conversation: '#ops' } } },
      /such as C0123456789/,
    ],
    [
      'channels.ops.apiUrl',
      { channels: { ops: { kind: 'slack', conversation: 'C0123456789', apiUrl: 'http://slack' } } },
      /such as https:/,
    ],
    ['channels.ops', { channels: { ops: { kind: 'webhook', url: 'https://x' } } }, /there is no "url" here/],
    ['routes', { routes: [] }, 'must hold at least one'],
    ['routes.0.channels.0', { routes: [{ name: 'all', channels: ['opps'] }] }, /no channel "opps".*\(ops\)/],
    ['routes.0.channels', { routes: [{ name: 'none' }], dropUnrouted: true }, /^must name a channel/],
    [
      'routes',
      { routes: [{ name: 'some', when: { regions: ['eu-west-1'] }, channels: ['ops'] }] },
      /dropUnrouted: true/,
    ],
    [
      'routes.1.when.ous.0',
      { routes: [VALID.routes[0], { name: 'x', when: { ous: ['prod'] }, channels: ['ops'] }] },
      /such as \/prod/,
    ],
    ['routes.1.name', { routes: [VALID.routes[0], VALID.routes[0]] }, /"everything" is at routes.0 already/],
    ['mutes.0.reason', { mutes: [{ ...MUTE, reason: '' }] }, /^must say why/],
    ['mutes.0.until', { mutes: [{ ...MUTE, until: 'tomorrow' }] }, /such as 2027-01-31T00:00:00Z/],
    ['mutes.1.id', { mutes: [MUTE, MUTE] }, /"quiet" is at mutes.0 already/],
    ['owners.payments', { owners: { payments: 'gone' } }, /no channel "gone"/],
    ['accounts.0.id', { accounts: [{ id: '42' }] }, /12 digits/],
    [
      'accounts.0.owner',
      { accounts: [{ ...ACCOUNT, owner: 'payments' }] },
      /no owner "payments": add it to owners/,
    ],
    ['accounts.1.id', { accounts: [ACCOUNT, ACCOUNT] }, /"111122223333" is at accounts.0 already/],
    ['logRetentionDays', { logRetentionDays: 8 }, 'must be one of 7, 30, 90, 365'],
    ['health.quietAfterDays', { health: { quietAfterDays: 0 } }, 'must be 1 at least'],
    ['ecs', { ecs: { histroy: false } }, /there is no "histroy" here/],
    ['health.reminderDays.0', { health: { reminderDays: ['ninety'] } }, /^must be a /],
    ['settings', { helth: {} }, 'there is no "helth" here: mend the name or take it out'],
  ])('%s in %j', (field, over, wayOut) => {
    const errors = errorsOf({ ...VALID, ...over });

    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(new RegExp(`^${field.replaceAll('.', '\\.')}: `));
    expect(errors[0]?.slice(field.length + 2)).toMatch(wayOut);
  });
});

test('all errors come at once, of one field and between fields', () => {
  const fields = errorsOf({
    alarmEmails: ['nobody'],
    channels: { ops: { kind: 'slack', conversation: 'ops' } },
    routes: [
      { name: 'Bad Name', channels: ['ops'] },
      { name: 'security', channels: ['sec'] },
    ],
    owners: { payments: 'pay' },
    accounts: [{ id: '1' }, { id: '111122223333', owner: 'shop' }],
    logRetentionDays: 8,
    helth: {},
  }).map((line) => line.slice(0, line.indexOf(': ')));

  expect(fields.sort()).toEqual([
    'accounts.0.id',
    'accounts.1.owner',
    'alarmEmails.0',
    'channels.ops.conversation',
    'logRetentionDays',
    'owners.payments',
    'routes.0.name',
    'routes.1.channels.0',
    'settings',
  ]);
});

test('an error about channels does not claim that no channel exists', () => {
  expect(errorsOf({ ...VALID, channels: 'ops' })).toEqual(['channels: must be an object { … }']);
});

test('a hundred channels are the most', () => {
  const channels = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`c${index}`, { kind: 'webhook' }]));
  const routes = [{ name: 'everything', channels: ['c0'] }];

  expect(errorsOf({ ...VALID, routes, channels: channels(100) })).toEqual([]);
  expect(errorsOf({ ...VALID, routes, channels: channels(101) })).toEqual(['channels: must be 100 at most']);
});

test('whatever is written there, the error is about mending reeve.config.ts', () => {
  const field = fc.constantFrom(...Object.keys(defineSettings(VALID as Given)), 'health', 'other');
  const junk = fc.oneof(
    fc.anything(),
    fc.dictionary(field, fc.anything()),
    fc.constantFrom(null, undefined, Symbol('s')),
  );

  fc.assert(
    fc.property(junk, fc.boolean(), (settings, onValid) => {
      const given = onValid && typeof settings === 'object' ? { ...VALID, ...settings } : settings;
      expect(() => errorsOf(given)).not.toThrow();
    }),
  );
});
