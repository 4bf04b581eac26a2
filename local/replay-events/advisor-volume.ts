import { advisorEvent } from './advisor-event.ts';
import { PAYMENTS_PROD } from './health-event.ts';
import type { Story, Telling } from './story.ts';

const REGION = 'eu-central-1';

/** A volume of a telling, as the check of snapshots sees it. */
function volume(telling: Telling, status: 'OK' | 'WARN' | 'ERROR', columns: Record<string, string | null>) {
  const id = `vol-0${telling.id.toLowerCase().slice(0, 8)}`;
  return advisorEvent(telling, {
    check: 'Amazon EBS Snapshots',
    status,
    arn: `arn:aws:ec2:${REGION}:${PAYMENTS_PROD}:volume/${id}`,
    columns: { Region: REGION, 'Volume ID': id, 'Volume Name': 'ledger-data', ...columns },
  });
}
const old = (telling: Telling) =>
  volume(telling, 'WARN', {
    Status: 'Yellow',
    'Snapshot ID': 'snap-0ledger',
    'Snapshot Name': null,
    'Snapshot Age': '12',
    Reason: 'Age',
  });

export const advisorVolume: Story = {
  id: 'advisor-volume',
  title: 'Trusted Advisor: a volume without a fresh snapshot',
  about: 'Trusted Advisor says each day how an item stands. People hear when that changes.',
  steps: [
    {
      title: 'A refresh flags a volume yellow',
      shows:
        'A message with the check, the volume and the reason. Nothing, if the account was not read before.',
      event: old,
    },
    {
      title: 'Somebody opens the console, and the check is refreshed',
      shows: 'Nothing: it is as it was.',
      event: old,
    },
    {
      title: 'The last snapshot is deleted: red',
      shows: 'The same message, now an error; what changed stands in its thread.',
      event: (telling) =>
        volume(telling, 'ERROR', {
          Status: 'Red',
          'Snapshot ID': null,
          'Snapshot Name': null,
          'Snapshot Age': '',
          Reason: 'No snapshot',
        }),
    },
    {
      title: 'A snapshot is made',
      shows: 'The message is resolved.',
      event: (telling) => volume(telling, 'OK', { Status: 'Green', 'Snapshot Age': '0' }),
    },
  ],
};
