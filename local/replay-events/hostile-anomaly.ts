import { anomalyEvent } from './anomaly-event.ts';
import { SHOP_DEV } from './health-event.ts';
import type { Story } from './story.ts';

export const hostileAnomaly: Story = {
  id: 'hostile-anomaly',
  title: 'A cost anomaly with names that pretend to be markup',
  about: 'Names of monitors, accounts and tags are written by people: they stay plain text.',
  steps: [
    {
      title: 'It arrives',
      shows: 'Every character as it was sent, nobody pinged, and no link but into the console.',
      event: (telling) => {
        const event = anomalyEvent(telling, {
          daysAgo: { start: 3, last: 1 },
          dollars: { spent: 12_345.67, expected: 45 },
          monitor: '<!channel> & *all* services\nsecond line',
          subject: 'team$<@U0EVERYONE>',
          causes: [
            {
              account: SHOP_DEV,
              accountName: '<https://phish.example|shop>',
              service: '`AWS` <Lambda>',
              usageType: '=HYPERLINK("https://phish.example")',
              region: '<!here>',
              dollars: 12_000,
            },
            {
              account: SHOP_DEV,
              accountName: '<https://phish.example|shop>',
              service: 'Amazon "S3" & co',
              usageType: '_Requests_',
              region: 'eu-west-1',
              dollars: 300.67,
            },
          ],
        });
        const anomalyDetailsLink = 'https://phish.example/console.aws.amazon.com';
        return { ...event, detail: { ...event.detail, anomalyDetailsLink } };
      },
    },
  ],
};
