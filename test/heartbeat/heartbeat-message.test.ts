import { describe, expect, test } from 'vitest';
import { type Heartbeat, HeartbeatMessage } from '#lambdas/heartbeat/heartbeat-message.ts';
import { parseMessage } from '#lambdas/runtime/parse-body.ts';
import { PAYMENTS } from './a-directory.ts';

const EVENT = {
  version: '0',
  id: '7d3f1a52-0d1e-4a43-8f55-0e6b7a2d9c01',
  source: 'reeve.heartbeat',
  'detail-type': 'Heartbeat',
  account: PAYMENTS,
  region: 'eu-west-1',
  time: '2026-11-20T06:12:00Z',
  resources: [],
  detail: { version: '0.2.0' },
};
const read = (over: object) => parseMessage(HeartbeatMessage, { ...EVENT, ...over }) as Heartbeat;

describe('a heartbeat', () => {
  test('is of the account and Region of its envelope, whatever its detail says', () => {
    const detail = { version: '0.2.0', account: '999999999999', region: 'eu-central-1' };

    expect(read({ detail })).toMatchObject({
      account: PAYMENTS,
      region: 'eu-west-1',
      detail: { version: '0.2.0' },
    });
  });

  test.each([
    ['no version', {}],
    ['a version that is no text', { version: 7 }],
    ['a text that is no version', { version: '<!channel> visit https://example.com' }],
    ['a version without end', { version: `0.2.0-${'a'.repeat(300)}` }],
    ['no object', 'hello'],
    ['nothing', undefined],
  ])('counts with %s as detail, of an unknown version', (_, detail) => {
    expect(read({ detail }).detail).toEqual({ version: 'unknown' });
  });

  test.each([
    ['account', { account: '12' }],
    ['Region', { region: 'eu west' }],
    ['time', { time: 'today' }],
    ['detail-type', { 'detail-type': 'Hello' }],
  ])('without a right %s is no heartbeat', (_, over) => {
    expect(() => read(over)).toThrow('Message is unreadable');
  });
});

test.each(['count', 'tell'])('the schedules say %s', (kind) => {
  expect(parseMessage(HeartbeatMessage, { kind })).toEqual({ kind });
});

test.each([{ kind: 'sing' }, {}, null, undefined, 'count', { Records: [{ body: '{"kind":"count"}' }] }])(
  '%j is unreadable, not a tick',
  (message) => {
    expect(() => parseMessage(HeartbeatMessage, message)).toThrow('Message is unreadable');
  },
);
