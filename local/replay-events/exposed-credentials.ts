import { entity, healthEvent } from './health-event.ts';
import type { Story } from './story.ts';

export const exposedCredentials: Story = {
  id: 'exposed-credentials',
  title: 'Credentials exposed',
  about: 'What is meant for security people goes to the security channel too.',
  steps: [
    {
      title: 'A key was found in public',
      shows: 'Critical, with what to do first, in ops, security and payments.',
      event: (telling) =>
        healthEvent(telling, {
          service: 'RISK',
          code: 'RISK_CREDENTIALS_EXPOSED',
          category: 'issue',
          region: 'us-east-1',
          text: 'An access key of this account was found in a public repository.',
          detail: {
            actionability: 'ACTION_REQUIRED',
            personas: ['SECURITY', 'OPERATIONS'],
            affectedEntities: [entity('AKIAEXAMPLEKEYOFOURS', 'IMPAIRED', telling.now)],
          },
        }),
    },
  ],
};
