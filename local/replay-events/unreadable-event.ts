import { healthEvent } from './health-event.ts';
import type { Story } from './story.ts';

export const unreadableEvent: Story = {
  id: 'unreadable-event',
  title: 'Unreadable event',
  about: 'What cannot be read goes to the dead letters, and the alarm rings.',
  steps: [
    {
      title: 'It arrives',
      shows: 'No message. A dead letter, and a log line that names the field.',
      event: (telling) => ({
        ...healthEvent(telling, {
          service: 'IAM',
          code: 'IAM_OPERATIONAL_NOTIFICATION',
          category: 'accountNotification',
          text: 'Nobody will read this: the time of the event is no time.',
        }),
        time: 'some time yesterday',
      }),
    },
  ],
};
