import { type AnomalyWords, anomalyEvent, type RootCauseWords } from './anomaly-event.ts';
import { PAYMENTS_PROD, SHOP_DEV } from './health-event.ts';
import type { Story, Telling } from './story.ts';

const EC2 = 'Amazon Elastic Compute Cloud - Compute';

const tell = (telling: Telling, words: Pick<AnomalyWords, 'daysAgo' | 'dollars' | 'causes'>) =>
  anomalyEvent(telling, { monitor: 'All services', subject: EC2, ...words });

const cause = (words: Partial<RootCauseWords> & { dollars: number }): RootCauseWords => ({
  account: PAYMENTS_PROD,
  accountName: 'payments-prod',
  service: EC2,
  usageType: 'EUC1-BoxUsage:m5.4xlarge',
  region: 'eu-central-1',
  ...words,
});
const inShop = (dollars: number) =>
  cause({
    account: SHOP_DEV,
    accountName: 'shop-dev',
    usageType: 'EU-BoxUsage:g5.xlarge',
    region: 'eu-west-1',
    dollars,
  });

export const costAnomaly: Story = {
  id: 'cost-anomaly',
  title: 'A cost anomaly grows, and is over',
  about: 'One alert for an anomaly in two accounts. Each owner sees the causes in their own account only.',
  steps: [
    {
      title: 'AWS finds it',
      shows: 'A message with the money and where it went. Payments sees one account of the two.',
      event: (telling) =>
        tell(telling, {
          daysAgo: { start: 7, last: 1 },
          dollars: { spent: 1012.4, expected: 200 },
          causes: [cause({ dollars: 612.4 }), inShop(200)],
        }),
    },
    {
      title: 'It grows',
      shows: 'The same message with new figures, now an error; what is new stands in its thread.',
      event: (telling) =>
        tell(telling, {
          daysAgo: { start: 7, last: 1 },
          dollars: { spent: 2460.9, expected: 310 },
          causes: [cause({ dollars: 1800.4 }), inShop(350.5)],
        }),
    },
    {
      title: 'It is over',
      shows:
        'No day after the fifth from today was unusual: resolved. The clock alone would have closed it, too.',
      event: (telling) =>
        tell(telling, {
          daysAgo: { start: 7, last: 5 },
          dollars: { spent: 2460.9, expected: 310 },
          causes: [cause({ dollars: 1800.4 }), inShop(350.5)],
        }),
    },
  ],
};
