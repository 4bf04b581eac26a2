import { describe, expect, it } from 'vitest';
import { guardRequest } from '#local/console/guard-request.ts';

const json = { 'content-type': 'application/json' };
const guard = (method: string, headers: Record<string, string>) => () => guardRequest({ method, headers });

describe('a request to the console', () => {
  it.each(['127.0.0.1:4600', 'localhost:4600', 'localhost'])('passes when it is for %s', (host) => {
    expect(guard('GET', { host })).not.toThrow();
  });

  it.each(['evil.example', 'evil.example:4600', '127.0.0.1.evil.example', 'localhost.evil.example:4600', ''])(
    'is refused when it is for "%s", as after DNS rebinding',
    (host) => {
      expect(guard('GET', { host })).toThrow(/127\.0\.0\.1/);
    },
  );

  it('may change something when it comes from its own page or from no page', () => {
    const host = 'localhost:4600';
    expect(guard('POST', { host, ...json })).not.toThrow();
    expect(guard('POST', { host, ...json, origin: 'http://localhost:4600' })).not.toThrow();
  });

  it.each(['https://evil.example', 'http://localhost:3000', 'null'])('changes nothing for %s', (origin) => {
    expect(guard('POST', { host: 'localhost:4600', ...json, origin })).toThrow(/own page/);
  });

  it('changes nothing for a form, which needs no permission to cross origins', () => {
    const host = 'localhost:4600';
    expect(guard('POST', { host, 'content-type': 'text/plain' })).toThrow(/JSON/);
    expect(guard('POST', { host })).toThrow(/JSON/);
  });
});
