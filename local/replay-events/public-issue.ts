import { HUB, healthEvent, healthTime } from './health-event.ts';
import type { Story, Telling } from './story.ts';

const tell = (telling: Telling, text: string, end: Record<string, string> = {}) =>
  healthEvent(telling, {
    service: 'DYNAMODB',
    code: 'DYNAMODB_OPERATIONAL_ISSUE',
    category: 'issue',
    account: HUB,
    region: 'us-east-1',
    text,
    detail: { eventScopeCode: 'PUBLIC', ...end },
  });

export const publicIssue: Story = {
  id: 'public-issue',
  title: 'Public issue',
  about: 'An issue of a whole Region belongs to no account. The hub account alone forwards it.',
  steps: [
    {
      title: 'It opens',
      shows: 'A message without an account, one step milder than an issue of your own.',
      event: (telling) => tell(telling, 'Reads and writes fail more often than usual in this Region.'),
    },
    {
      title: 'It ends',
      shows: 'AWS leaves it open with an end in the past: resolved all the same.',
      event: (telling) =>
        tell(telling, '[RESOLVED] Reads and writes work as usual again.', {
          endTime: healthTime(telling.now - 1000),
        }),
    },
  ],
};
