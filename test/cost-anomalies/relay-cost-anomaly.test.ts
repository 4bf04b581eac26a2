import { describe, expect, test } from 'vitest';
import type { Account } from '#lambdas/contracts/settings.ts';
import { aCause, anAnomalyEvent, observed, PAYER, PAYMENTS, SHOP } from './an-anomaly.ts';

const ACCOUNTS: Account[] = [
  { id: PAYMENTS, name: 'payments', ou: '/prod', owner: 'payments', tags: { stage: 'prod' } },
  { id: SHOP, owner: 'shop', tags: {} },
];
/** Should the key of an anomaly ever change, every open alert is told anew. */
const KEY = 'cost-anomaly/tZgc7R9qdmZOWv3B6_ApHx';
const first = async (detail?: Record<string, unknown>, envelope?: Record<string, unknown>) => {
  const [observation] = await observed(anAnomalyEvent(detail, envelope), ACCOUNTS);
  if (!observation) throw new Error('Nothing was observed');
  return observation;
};

test('an anomaly is told with its money, its account, its causes and where to look', async () => {
  expect(await first()).toEqual({
    kind: 'observation',
    key: KEY,
    scope: KEY,
    source: 'cost-anomaly',
    part: {
      id: PAYMENTS,
      account: PAYMENTS,
      accountName: 'payments',
      region: 'eu-central-1',
      resources: [
        { id: '+$612.40 · Amazon Elastic Compute Cloud - Compute · EUC1-BoxUsage:m5.4xlarge · eu-central-1' },
      ],
      status: 'open',
      orderedBy: [
        ['sentAt', Date.parse('2026-11-21T06:10:00Z')],
        ['impact', 812.4],
      ],
    },
    severity: 'warning',
    title: 'Cost anomaly: Amazon Elastic Compute Cloud - Compute, $812.40 above expected',
    summary:
      'Spent $1,012.40 where $200.00 was expected (+406%).\nUnusual since 2026-11-19 (UTC).\nFound by the monitor All services.',
    facts: [{ label: 'What to do', value: expect.stringContaining('Find out what began') as string }],
    links: [
      {
        label: 'Open the anomaly',
        url: 'https://console.aws.amazon.com/cost-management/home#/anomaly-detection/monitors/5d1f2a7b-reeve/anomalies/7c9e1f40-reeve-0001',
      },
    ],
    labels: {
      service: ['Amazon Elastic Compute Cloud - Compute'],
      region: ['eu-central-1'],
      usageType: ['EUC1-BoxUsage:m5.4xlarge'],
      monitor: ['All services'],
      ou: ['/prod'],
      'tag:stage': ['prod'],
    },
    owner: 'payments',
    startsAt: '2026-11-19T00:00:00.000Z',
    remindAt: [],
    resolvesAt: '2026-11-24T00:00:00.000Z',
    related: [],
    actions: [],
  });
});

describe('the accounts', () => {
  test('each have a part of one alert, so that each owner hears of what is theirs', async () => {
    const observations = await observed(anAnomalyEvent(), ACCOUNTS);

    expect(new Set(observations.map(({ key }) => key)).size).toBe(1);
    expect(observations.map(({ part, owner }) => [part.id, part.accountName, owner])).toEqual([
      [PAYMENTS, 'payments', 'payments'],
      [SHOP, 'shop-dev', 'shop'],
    ]);
    expect(observations[1]?.part.resources.map(({ id }) => id)).toEqual([
      '+$200.00 · Amazon Elastic Compute Cloud - Compute · EUC1-BoxUsage:t3.large · eu-central-1',
    ]);
  });

  test('share all words, which name no account', async () => {
    const [a, b] = await observed(anAnomalyEvent(), ACCOUNTS);
    const words = (of: typeof a) => [
      of?.title,
      of?.summary,
      of?.facts,
      of?.links,
      of?.severity,
      of?.resolvesAt,
    ];

    expect(words(a)).toEqual(words(b));
    expect(JSON.stringify(words(a))).not.toMatch(/payments|shop/);
  });

  test.each([
    ['the one that the monitor belongs to', {}, PAYER, 'management'],
    ['the one that the monitor looks at', { dimensionValue: SHOP }, SHOP, undefined],
    ['the one of the event', { accountId: undefined, accountName: undefined }, PAYER, undefined],
    ['the one of the event', { accountId: 'none', accountName: '' }, PAYER, undefined],
  ])('are %s where no cause names any', async (_, detail, id, accountName) => {
    for (const rootCauses of [undefined, [], [aCause({ linkedAccount: undefined })]]) {
      const observations = await observed(anAnomalyEvent({ ...detail, rootCauses }));

      expect(observations.map(({ part }) => [part.id, part.accountName])).toEqual([[id, accountName]]);
    }
  });

  test('have their largest causes first, ten in all', async () => {
    const rootCauses = Array.from({ length: 14 }, (_, index) => aCause({ usageType: `U${index}` }, index));
    const { part } = await first({ rootCauses });

    expect(part.resources).toHaveLength(10);
    expect(part.resources[0]?.id).toContain('+$9.00');
  });

  test('have a Region where all their causes have one', async () => {
    const rootCauses = [aCause(), aCause({ region: 'eu-west-1' })];

    expect((await first({ rootCauses })).part).not.toHaveProperty('region');
    expect((await first({ rootCauses })).labels['region']).toEqual(['eu-central-1', 'eu-west-1']);
  });
});

test.each([
  [undefined, 'warning'],
  [-20, 'info'],
  [99.99, 'info'],
  [100, 'warning'],
  [999.99, 'warning'],
  [1000, 'error'],
  [10_000, 'critical'],
])('an impact of %s is %s', async (totalImpact, severity) => {
  expect((await first({ impact: { totalImpact } })).severity).toBe(severity);
});

describe('the title', () => {
  const titleOf = async (detail: Record<string, unknown>) => (await first(detail)).title;

  test.each([
    [{ rootCauses: [], dimensionValue: 'Amazon S3' }, 'Cost anomaly: Amazon S3, $812.40 above expected'],
    [
      { dimensionValue: PAYMENTS },
      'Cost anomaly: Amazon Elastic Compute Cloud - Compute, $812.40 above expected',
    ],
    [{ dimensionValue: PAYMENTS, rootCauses: [] }, 'Cost anomaly: payments, $812.40 above expected'],
    [
      { dimensionValue: 'team$blue', rootCauses: [aCause(), aCause({ service: 'Amazon S3' })] },
      'Cost anomaly: team$blue, $812.40 above expected',
    ],
    [
      { dimensionValue: undefined, rootCauses: undefined },
      'Cost anomaly: All services, $812.40 above expected',
    ],
    [
      { dimensionValue: undefined, rootCauses: undefined, monitorName: ' ', impact: undefined },
      'Cost anomaly: AWS',
    ],
    [
      { impact: { totalImpact: 0.001 }, rootCauses: [], dimensionValue: 'x' },
      'Cost anomaly: x, <$0.01 above expected',
    ],
  ])('of %j is "%s"', async (detail, title) => {
    expect(await titleOf(detail)).toBe(title);
  });
});

describe('the end', () => {
  const over = { anomalyEndDate: '2026-11-17T00:00:00Z', anomalyStartDate: '2026-11-15T00:00:00Z' };

  test('is three quiet days after the last day that AWS names, since AWS tells of no end', async () => {
    expect((await first(over)).resolvesAt).toBe('2026-11-21T00:00:00.000Z');
    expect((await first({ anomalyEndDate: '2026-11-20' })).resolvesAt).toBe('2026-11-24T00:00:00.000Z');
    expect((await first({ anomalyEndDate: undefined })).resolvesAt).toBe('2026-11-24T06:10:00.000Z');
  });

  test('is told when an event comes after it', async () => {
    const observation = await first(over);

    expect(observation.endsAt).toBe('2026-11-18T00:00:00.000Z');
    expect(observation.summary).toContain('Nothing unusual after 2026-11-17; counted as over.');
  });

  test('of one that goes on is not taken for its last day', async () => {
    expect(await first()).not.toHaveProperty('endsAt');
  });
});

test.each([
  undefined,
  '',
  'javascript:alert(1)',
  'http://console.aws.amazon.com/x',
  'https://console.aws.amazon.com.evil.example/x',
  'https://evil.example/console.aws.amazon.com',
  'https://evilconsole.aws.amazon.com.example',
  'https://someone@console.aws.amazon.com/x',
  'https://console.aws.amazon.com:8443/x',
])('a link to %s is not passed on', async (anomalyDetailsLink) => {
  expect((await first({ anomalyDetailsLink })).links[0]?.url).toBe(
    'https://console.aws.amazon.com/costmanagement/home#/anomaly-detection/overview',
  );
});

test.each([
  'https://us-east-1.console.aws.amazon.com/costmanagement/home#/anomaly-detection/x',
  'https://console.amazonaws-us-gov.com/x',
])('a link to %s is', async (anomalyDetailsLink) => {
  expect((await first({ anomalyDetailsLink })).links[0]?.url).toBe(anomalyDetailsLink);
});

describe('the alert', () => {
  test('is one for an anomaly, whatever became of it', async () => {
    const later = { impact: { totalImpact: 5000 }, anomalyEndDate: '2026-12-24', rootCauses: [] };

    expect((await first(later, { time: '2026-12-25T00:00:00Z', id: 'another' })).key).toBe(
      (await first()).key,
    );
  });

  test.each([{ anomalyId: 'another' }, { anomalyId: undefined }, { anomalyId: '' }])(
    'is another for %j',
    async (detail) => {
      expect((await first(detail)).key).not.toBe((await first()).key);
    },
  );

  test('of an anomaly without an id is one by monitor, start and subject', async () => {
    const noId = { anomalyId: undefined };

    expect((await first({ ...noId, impact: {} })).key).toBe((await first(noId)).key);
    expect((await first({ ...noId, anomalyStartDate: '2026-01-01' })).key).not.toBe((await first(noId)).key);
  });
});
