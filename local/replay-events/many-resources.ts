import { entity, healthEvent } from './health-event.ts';
import type { Story } from './story.ts';

export const manyResources: Story = {
  id: 'many-resources',
  title: '120 volumes at once',
  about: 'The message names the first, the thread names the rest.',
  steps: [
    {
      title: 'They degrade',
      shows: 'One short message with a thread.',
      event: (telling) =>
        healthEvent(telling, {
          service: 'EBS',
          code: 'EBS_DEGRADED_VOLUME_PERFORMANCE',
          category: 'issue',
          text: 'Volumes in one Availability Zone are slower than usual.',
          detail: {
            affectedEntities: Array.from({ length: 120 }, (_, index) =>
              entity(
                `vol-0${(0xabc000000000 + index * 7919).toString(16)}0${index % 10}a`,
                'IMPAIRED',
                telling.now,
              ),
            ),
          },
        }),
    },
  ],
};
