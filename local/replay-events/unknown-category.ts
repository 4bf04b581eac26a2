import { healthEvent } from './health-event.ts';
import type { Story } from './story.ts';

export const unknownCategory: Story = {
  id: 'unknown-category',
  title: 'Unknown category',
  about: 'A word that AWS has not used yet becomes a plain alert.',
  steps: [
    {
      title: 'It arrives',
      shows: 'A warning in ops.',
      event: (telling) =>
        healthEvent(telling, {
          service: 'FARGATE',
          code: 'FARGATE_CAPACITY_FORECAST',
          category: 'capacityForecast',
          text: 'Capacity of one kind may be short next week.',
        }),
    },
  ],
};
