import { defineSettings } from '#lib/settings.ts';

// Edit this file, then deploy. It synthesizes and runs locally as it stands.
export default defineSettings({
  alarmEmails: ['platform@example.com'],

  // Where Reeve runs, and whom it watches over. A lone account leaves the organization block out.
  hub: { account: '222233334444', region: 'eu-central-1' },
  organization: {
    id: 'o-a1b2c3d4e5',
    managementAccount: '999900001111',
    targets: ['r-a1b2'],
    // Whose cases may be answered from issues, as `support.answers` below has it. Without that it is of no use.
    writerTargets: ['r-a1b2'],
  },
  regions: ['eu-west-1'],

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
  accountDirectory: { ownerTag: 'owner' },
  heartbeat: {},
  costs: { tags: ['owner'] },
  ecs: {},
  // Needs Business Support+ or more in each account that is to be heard; the others are named once.
  trustedAdvisor: {},
  // Needs a support plan that has the AWS Support API; accounts without one are named once and cost nothing.
  support: {
    // Mirrors the cases of production into a repository that only your own people may read. Its token is stored with
    // `reeve secret set tracker:issues`.
    trackers: { issues: { kind: 'github', repository: 'example/cloud-support', hooks: true } },
    // Lets these logins answer AWS by `/aws reply` in a comment. `hooks` has GitHub tell of comments as they are written, at
    // an address that the internet reaches; Lambda has to allow more than 100 functions at once for it. Take both out if you
    // do not want that.
    answers: { actors: { issues: ['hanako'] } },
  },
  // AWS Config bills each account for evaluations (npm run reeve -- estimate) and must record there. Take the block out if
  // you do not want that yet.
  tags: {
    required: [
      { key: 'Owner', purpose: 'who is called when it breaks', aliases: ['team'] },
      { key: 'CostCenter', purpose: 'who pays for it', pattern: 'CC-[0-9]{4}' },
      { key: 'Environment', purpose: 'how careful one must be with it', values: ['prod', 'test', 'dev'] },
    ],
    exemptions: [
      {
        reason: 'Scratch space that empties itself within a day.',
        owner: 'platform',
        until: '2027-06-30T00:00:00Z',
        when: { tags: { lifetime: ['1d'] } },
      },
    ],
  },
});
