import { healthEvent } from './health-event.ts';
import type { Story, Telling } from './story.ts';

const copyIn = (deliveredIn: string, backupEvent: 'true' | 'false') => (telling: Telling) =>
  healthEvent(telling, {
    service: 'RDS',
    code: 'RDS_OPERATIONAL_NOTIFICATION',
    category: 'accountNotification',
    region: 'eu-west-1',
    deliveredIn,
    text: 'Automated backups of one database instance took longer than their window.',
    detail: {
      backupEvent,
      communicationId: `${telling.id}-1`,
      lastUpdatedTime: new Date(telling.startedAt).toUTCString(),
    },
  });

export const backupCopy: Story = {
  id: 'backup-copy',
  title: 'Backup copy from us-west-2',
  about: 'AWS sends account events twice, by two Regions. People hear of them once.',
  steps: [
    {
      title: 'The copy comes first',
      shows: 'A message that names the impacted Region, not the one of the copy.',
      event: copyIn('us-west-2', 'true'),
    },
    {
      title: 'Then the original',
      shows: 'Nothing new: see the flow end at the ledger.',
      event: copyIn('eu-west-1', 'false'),
    },
  ],
};
