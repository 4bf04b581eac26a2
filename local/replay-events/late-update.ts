import { healthEvent, healthTime } from './health-event.ts';
import type { Story, Telling } from './story.ts';

const lateNews = (statusCode: 'open' | 'closed', text: string, at: (telling: Telling) => number) => {
  return (telling: Telling) =>
    healthEvent(telling, {
      service: 'S3',
      code: 'S3_OPERATIONAL_ISSUE',
      category: 'issue',
      text,
      detail: {
        statusCode,
        lastUpdatedTime: healthTime(at(telling)),
        ...(statusCode === 'closed' ? { endTime: healthTime(telling.startedAt) } : {}),
      },
    });
};

export const lateUpdate: Story = {
  id: 'late-update',
  title: 'An update that comes too late',
  about: 'Events may overtake each other. What is older never reopens what is closed.',
  steps: [
    {
      title: 'It closes',
      shows: 'A message that is resolved from the start.',
      event: lateNews('closed', 'Requests succeed again.', ({ startedAt }) => startedAt),
    },
    {
      title: 'An older update arrives',
      shows: 'Nothing changes.',
      event: lateNews('open', 'We are looking for the cause.', ({ startedAt }) => startedAt - 300_000),
    },
  ],
};
