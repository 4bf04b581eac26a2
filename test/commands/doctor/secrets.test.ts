import { expect, test } from 'vitest';
import { judgeSecret } from '#bin/commands/doctor/checks/secrets.ts';
import type { ChannelSettings } from '#lambdas/contracts/settings.ts';

const KEY = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const SHORT_KEY = `whsec_${Buffer.alloc(8, 7).toString('base64')}`;
const url = 'https://receiver.example/hidden';

const channels = {
  slack: {
    name: 'ops',
    secretName: '/s/ops',
    kind: 'slack',
    conversation: 'C1',
    apiUrl: 'https://slack.example',
  },
  'slack-webhook': { name: 'pay', secretName: '/s/pay', kind: 'slack-webhook' },
  webhook: { name: 'audit', secretName: '/s/audit', kind: 'webhook' },
  hooks: { name: 'hooks:ops', secretName: '/s/hooks/ops', kind: 'hooks' },
} satisfies Record<string, ChannelSettings | { name: string; secretName: string; kind: 'hooks' }>;

test.each([
  { kind: 'slack', value: 'xoxb-hidden', expected: 'ok' },
  { kind: 'slack', value: 'xoxb-hidden\n', expected: 'failed' },
  { kind: 'slack', value: url, expected: 'failed' },
  { kind: 'slack-webhook', value: url, expected: 'ok' },
  { kind: 'slack-webhook', value: 'http://receiver.example/hidden', expected: 'failed' },
  { kind: 'slack-webhook', value: '', expected: 'failed' },
  { kind: 'webhook', value: JSON.stringify({ url, secrets: [KEY] }), expected: 'ok' },
  { kind: 'webhook', value: JSON.stringify({ url, secrets: [KEY, KEY] }), expected: 'ok' },
  { kind: 'webhook', value: JSON.stringify({ url, secrets: [KEY, SHORT_KEY] }), expected: 'failed' },
  { kind: 'webhook', value: JSON.stringify({ url, secrets: [''] }), expected: 'failed' },
  { kind: 'webhook', value: JSON.stringify({ url, secrets: [] }), expected: 'failed' },
  { kind: 'webhook', value: JSON.stringify({ secrets: [KEY] }), expected: 'failed' },
  { kind: 'webhook', value: 'null', expected: 'failed' },
  { kind: 'webhook', value: url, expected: 'failed' },
  { kind: 'hooks', value: JSON.stringify({ secrets: ['hidden-hidden-16'] }), expected: 'ok' },
  { kind: 'hooks', value: JSON.stringify({ secrets: ['hidden-hidden-16', 'hidden'] }), expected: 'failed' },
  { kind: 'hooks', value: JSON.stringify({ secrets: [''] }), expected: 'failed' },
  { kind: 'hooks', value: JSON.stringify({ secrets: [] }), expected: 'failed' },
  { kind: 'hooks', value: 'hidden-hidden-16', expected: 'failed' },
] as const)('the secret $value of a $kind is $expected, and stays hidden', ({ kind, value, expected }) => {
  const finding = judgeSecret(channels[kind], { type: 'SecureString', value });

  expect(finding.verdict).toBe(expected);
  expect(JSON.stringify(finding)).not.toMatch(/hidden|whsec_[A-Za-z0-9]/);
});
