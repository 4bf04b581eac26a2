import { describe, expect, it } from 'vitest';
import { readEvent } from '#local/console/read-event.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const read = (event: unknown) => readEvent(JSON.stringify(event), NOW);

describe('a pasted event', () => {
  it('keeps what it says', () => {
    const event = {
      version: '0',
      id: 'mine',
      source: 'aws.health',
      'detail-type': 'AWS Health Event',
      account: '123412341234',
      time: '2026-01-01T00:00:00Z',
      region: 'eu-west-1',
      resources: ['arn:aws:x'],
      detail: { any: ['thing'] },
    };
    expect(read(event)).toEqual(event);
  });

  it('is given what EventBridge would add', () => {
    expect(read({ source: 'a', 'detail-type': 'b', detail: {} })).toMatchObject({
      version: '0',
      time: '2026-11-22T12:00:00Z',
      resources: [],
    });
  });

  it.each([
    ['{"source":', /Not JSON/],
    ['[]', /event must be an object/],
    ['{"source":"a","detail-type":"b"}', /detail must be an object/],
    [
      '{"source":"","detail-type":7,"detail":[]}',
      /source must not be empty\ndetail-type must be a text\ndetail must be an object/,
    ],
  ])('%s is refused with the reason', (text, reason) => {
    expect(() => readEvent(text, NOW)).toThrow(reason);
  });
});
