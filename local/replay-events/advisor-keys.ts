import { advisorEvent } from './advisor-event.ts';
import type { Story, Telling } from './story.ts';

const exposed = (telling: Telling, status: 'OK' | 'ERROR') =>
  advisorEvent(telling, {
    check: 'Exposed Access Keys',
    status,
    columns: {
      'Access Key ID': `AKIA${telling.id.toUpperCase().padEnd(16, 'X').slice(0, 16)}`,
      'User Name (IAM or Root)': 'deploy-bot',
      'Fraud Type': 'Exposed',
      'Case ID': '',
      'Time Updated': String(telling.startedAt),
      Location: 'a public repository',
      Deadline: String(telling.startedAt + 5 * 86_400_000),
      'Usage (USD per Day)': '0',
    },
  });

export const advisorKeys: Story = {
  id: 'advisor-keys',
  title: 'Trusted Advisor: an access key that is public',
  about: 'No ARN and no Region; moments come as milliseconds and are shown as days.',
  steps: [
    {
      title: 'A key of the account was found in public',
      shows: 'An error with the key, its user and the deadline.',
      event: (telling) => exposed(telling, 'ERROR'),
    },
    {
      title: 'The key is deleted',
      shows: 'The message is resolved.',
      event: (telling) => exposed(telling, 'OK'),
    },
  ],
};
