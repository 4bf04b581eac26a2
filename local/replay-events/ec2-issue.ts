import { entity, type HealthEventWords, healthEvent, healthTime, SHOP_DEV } from './health-event.ts';
import type { Story, Telling } from './story.ts';

const tell = (telling: Telling, words: Pick<HealthEventWords, 'text' | 'detail'>) =>
  healthEvent(telling, {
    service: 'EC2',
    code: 'EC2_OPERATIONAL_ISSUE',
    category: 'issue',
    account: SHOP_DEV,
    ...words,
  });

const instances = ({ startedAt }: Telling, status: string, ...ids: string[]) =>
  ids.map((id) => entity(`i-0${id}c4d5e6f708192`, status, startedAt));

export const ec2Issue: Story = {
  id: 'ec2-issue',
  title: 'EC2 issue, from start to end',
  about: 'The life of one alert: a post, an edit with its history in the thread, and the close.',
  steps: [
    {
      title: 'It opens',
      shows: 'A new message in ops and a signed delivery to audit.',
      event: (telling) =>
        tell(telling, {
          text: 'Instances in one Availability Zone of this Region answer slowly or not at all. We are looking for the cause.',
          detail: { affectedEntities: instances(telling, 'IMPAIRED', 'a1b2') },
        }),
    },
    {
      title: 'An update',
      shows: 'The same message is edited; the news stands in its thread.',
      event: (telling) =>
        tell(telling, {
          text: 'A cooling unit failed and racks were switched off. Half of the instances are back; the others follow within the hour.',
          detail: { affectedEntities: instances(telling, 'IMPAIRED', 'a1b2', 'f7e8') },
        }),
    },
    {
      title: 'It closes',
      shows: 'The message turns to resolved and gets a check mark.',
      event: (telling) =>
        tell(telling, {
          text: 'All racks are cool and running again. The issue has been resolved.',
          detail: {
            statusCode: 'closed',
            endTime: healthTime(telling.now),
            affectedEntities: instances(telling, 'UNIMPAIRED', 'a1b2', 'f7e8'),
          },
        }),
    },
  ],
};
