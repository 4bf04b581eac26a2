import { describe, expect, it } from 'vitest';
import { openChannel } from '#lambdas/chat-delivery/open-channel.ts';
import type { ChannelSettings } from '#lambdas/contracts/settings.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';
import { NOW } from './a-head.ts';

const CHANNELS: ChannelSettings[] = [
  {
    name: 'ops',
    kind: 'slack',
    conversation: 'C1',
    apiUrl: 'https://slack.com/api',
    secretName: '/StackA/channels/ops',
  },
  { name: 'payments', kind: 'slack-webhook', secretName: '/StackA/channels/payments' },
  { name: 'audit', kind: 'webhook', secretName: '/StackA/channels/audit' },
];
const SECRETS: Record<string, string> = {
  '/StackA/channels/ops': 'xoxb-1',
  '/StackA/channels/payments': 'https://hooks.slack.com/services/T1/B1/x',
  '/StackA/channels/audit': JSON.stringify({
    url: 'https://example.com/hook',
    secrets: [`whsec_${Buffer.alloc(24).toString('base64')}`],
  }),
};

function opening() {
  const events: string[] = [];
  const open = openChannel(CHANNELS, {
    readSecret: async (name) => {
      events.push(`secret ${name}`);
      return SECRETS[name] ?? '';
    },
    postJson: async (url) => {
      events.push(`post ${new URL(url).host}`);
      return { status: 200, headers: {}, body: '{"ok":true,"ts":"1.000100"}' };
    },
    postFile: async () => ({ status: 200, headers: {}, body: '' }),
    pace: async (channel) => void events.push(`pace ${channel}`),
    now: () => NOW,
  });
  return { open, events };
}

describe('openChannel', () => {
  it.each([
    ['ops', 'slack.com'],
    ['payments', 'hooks.slack.com'],
    ['audit', 'example.com'],
  ])(
    'posts to %s at its own pace, with the secret that its settings name, which carries the stack (aws-health-aware shares one name)',
    async (name, host) => {
      const { open, events } = opening();
      const channel = await open(name);
      await channel.post('{"text":"x"}', 'id');
      expect(events).toEqual([`secret /StackA/channels/${name}`, `pace ${name}`, `post ${host}`]);
    },
  );

  it('gives each kind what it can do', async () => {
    const { open } = opening();
    expect(Object.keys(await open('ops'))).toEqual([
      'render',
      'post',
      'postInThread',
      'edit',
      'reply',
      'attach',
      'markResolved',
    ]);
    expect(Object.keys(await open('payments'))).toEqual(['render', 'gist', 'followUp', 'post']);
    expect(Object.keys(await open('audit'))).toEqual(['render', 'post']);
  });

  it('refuses a channel that left the settings', async () => {
    const { open } = opening();
    await expect(open('gone')).rejects.toThrow(PermanentError);
  });
});
