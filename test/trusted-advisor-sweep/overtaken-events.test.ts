import { expect, test } from 'vitest';
import { anEstate, SHOP, VOLUMES } from '#test/trusted-advisor-sweep/an-estate.ts';

const refreshed = (status: string, time: string) => ({
  'detail-type': 'Trusted Advisor Check Item Refresh Notification' as const,
  account: SHOP,
  time,
  detail: {
    'check-name': VOLUMES.name,
    'check-item-detail': { Region: 'eu-west-1', 'Volume ID': 'vol-1', Reason: 'No snapshot' },
    status,
    resource_id: `arn:aws:ec2:eu-west-1:${SHOP}:volume/vol-1`,
  },
});

test('an end that overtakes its own trouble leaves it open until the next reading, and no longer', async () => {
  const estate = anEstate();
  await estate.sweepAndTell();
  estate.later();
  await estate.handle([refreshed('OK', '2026-11-24T04:00:00.000Z')]);
  await estate.handle([refreshed('ERROR', '2026-11-24T03:00:00.000Z')]);
  expect(estate.observed.map(({ part }) => part.status)).toEqual(['open']);

  await estate.sweepAndTell();
  expect(estate.observed.map(({ part }) => part.status)).toEqual(['open', 'resolved']);
});
