import { entity, healthEvent } from './health-event.ts';
import type { Story } from './story.ts';

export const hostileText: Story = {
  id: 'hostile-text',
  title: 'Text that pretends to be markup',
  about: 'Mentions, tags and links inside an event stay plain text: nobody is pinged.',
  steps: [
    {
      title: 'It arrives',
      shows: 'Every character as it was sent.',
      event: (telling) =>
        healthEvent(telling, {
          service: 'SES',
          code: 'SES_<!channel>_NOTICE',
          category: 'investigation',
          text: '<!channel> & <@U0EVERYONE>: *not bold*, <https://phish.example|your console>, <b>no tag</b>, don\'t &amp; "quote"',
          detail: { affectedEntities: [entity('<script>alert(1)</script>', 'UNKNOWN', telling.now)] },
        }),
    },
  ],
};
