import { entity, healthEvent, SHOP_DEV } from './health-event.ts';
import type { Story } from './story.ts';

export const abuseReport: Story = {
  id: 'abuse-report',
  title: 'Abuse report',
  about: 'Abuse has a detail type of its own, and the region "global".',
  steps: [
    {
      title: 'AWS reports abuse',
      shows: 'Critical, in ops and in security.',
      event: (telling) =>
        healthEvent(telling, {
          detailType: 'AWS Health Abuse Event',
          service: 'ABUSE',
          code: 'ABUSE_PORT_SCANNING_REPORT',
          category: 'issue',
          account: SHOP_DEV,
          region: 'global',
          text: 'An instance of this account was reported for scanning ports of other networks.',
          detail: { affectedEntities: [entity('i-0d15ea5e0d15ea5e0', 'IMPAIRED', telling.now)] },
        }),
    },
  ],
};
