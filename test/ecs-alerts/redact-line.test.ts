import { describe, expect, test } from 'vitest';
import { redactLine } from '#lambdas/ecs-alerts/logs/redact-line.ts';

const shown = (line: string) => redactLine(line, 300);

describe('a line of a log is shown without', () => {
  // Put together here, so that no scanner takes them for real.
  const key = ['AKIA', 'IOSFODNN7EXAMPLE'].join('');
  const jwt = ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiJyZWV2ZSJ9', 'c2lnbmF0dXJl'].join('.');
  test.each([
    ['an access key', `using ${key} now`, key],
    ['a token', `auth ${jwt} refused`, jwt],
    ['a bearer', 'Authorization: Bearer abc.def-ghi', 'abc.def-ghi'],
    ['a password in a URL', 'postgres://app:hunter2@db.internal:5432/shop', 'hunter2'],
    ['a password by its name', 'DB_PASSWORD=hunter2 DB_HOST=db', 'hunter2'],
    ['a password in JSON', '{"password": "hunter two", "user": "app"}', 'hunter two'],
    ['a secret by its name', 'client_secret: s3cr3t!', 's3cr3t!'],
    ['a short name', 'Pwd=hunter2', 'hunter2'],
    ['a key by any name', 'ENCRYPTION_KEY=hunter2', 'hunter2'],
    ['a name that goes on', 'DB_PASSWORD_PROD=hunter2', 'hunter2'],
    ['an environment that a container prints', '{"name":"DB_PASSWORD","value":"hunter2"}', 'hunter2'],
    ['an API key', 'api-key => 0a1b2c3d', '0a1b2c3d'],
    ['a Slack token', `posting with ${['xoxb', '1234', 'abcdefgh'].join('-')}`, '1234-abcdefgh'],
    ['a signature', 'GET https://b.s3.amazonaws.com/k?X-Amz-Signature=deadbeef&x=1', 'deadbeef'],
    ['an e-mail address', 'no such user jane.doe@example.com', 'jane.doe@example.com'],
    ['a long value', `session ${'9f8e7d6c5b4a'.repeat(4)}`, '9f8e7d6c5b4a9f8e'],
    ['a private key', '-----BEGIN PRIVATE KEY-----\nMIIEv', 'MIIEv'],
  ])('%s', (_, line, secret) => {
    expect(line).toContain(secret);
    expect(shown(line)).not.toContain(secret);
  });
});

test.each([
  'Error: connect ECONNREFUSED 10.0.3.7:5432',
  'java.lang.NullPointerException: Cannot invoke "Order.total()" because "order" is null',
  '2026-11-22T10:00:00Z ERROR [main] Liquibase: lock is held by ip-10-0-3-7 since 09:58',
  'Killed process 17 (node), UID 0, total-vm:1048576kB',
])('what helps to find the cause stays: %s', (line) => expect(shown(line)).toBe(line));

test('it is one line, cut after it was redacted', () => {
  expect(redactLine(`a\nb\t${'x '.repeat(400)}`, 20)).toHaveLength(20);
  expect(redactLine(`${'x'.repeat(12)} password=hunter2`, 24)).not.toContain('hunter');
});
