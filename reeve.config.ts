import { defineSettings } from '#lib/settings.ts';

// Edit this file, then deploy. It synthesizes and runs locally as it stands.
export default defineSettings({
  alarmEmails: ['platform@example.com'],

  channels: {
    ops: { kind: 'slack', conversation: 'C0000000OPS' },
    security: { kind: 'slack', conversation: 'C0000000SEC' },
    payments: { kind: 'slack-webhook' },
    audit: { kind: 'webhook' },
  },

  routes: [
    { name: 'everything', channels: ['ops', 'audit'], owner: true },
    { name: 'security', when: { labels: { persona: ['SECURITY'] } }, channels: ['security'] },
    { name: 'abuse', when: { labels: { service: ['ABUSE', 'RISK'] } }, channels: ['security'] },
  ],

  mutes: [
    {
      id: 'vpn-redundancy',
      reason: 'Both tunnels are configured everywhere; one replaced endpoint is no news.',
      until: '2027-06-30T00:00:00Z',
      when: { labels: { typeCode: ['AWS_VPN_REDUNDANCY_LOSS'] } },
    },
  ],

  owners: { payments: 'payments' },

  accounts: [
    { id: '111122223333', name: 'payments-prod', ou: '/prod', owner: 'payments', tags: { stage: 'prod' } },
    { id: '444455556666', name: 'shop-dev', ou: '/dev', tags: { stage: 'dev' } },
  ],

  health: {},
});
