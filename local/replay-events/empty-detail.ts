import { healthEvent } from './health-event.ts';
import type { Story } from './story.ts';

export const emptyDetail: Story = {
  id: 'empty-detail',
  title: 'Empty detail',
  about: 'A detail of {} is readable, if barely: people get a generic message.',
  steps: [
    {
      title: 'It arrives',
      shows: 'A message that says what little is known.',
      event: (telling) => ({
        ...healthEvent(telling, { service: '', code: '', category: '', text: '' }),
        detail: {},
      }),
    },
  ],
};
