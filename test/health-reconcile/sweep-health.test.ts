import { describe, expect, test } from 'vitest';
import { NotSubscribedError } from '#lambdas/health-reconcile/health-errors.ts';
import { ReconcileMessage } from '#lambdas/health-reconcile/reconcile-message.ts';
import { sweepHealth } from '#lambdas/health-reconcile/sweep-health.ts';
import { aReconcile, NOW } from './a-reconcile.ts';
import { ARN, anApiEvent, UPDATED } from './an-api-event.ts';

const YESTERDAY = '2026-11-21T09:00:00.000Z';
const NO_PLAN = new NotSubscribedError('The support plan has no Health API');
const aPublicEvent = (region: string) => anApiEvent({ eventScopeCode: 'PUBLIC', region });

describe('the first sweep', () => {
  test('tells in one digest where things stand, and nothing else', async () => {
    const { ports, asked, observed, sent, state } = aReconcile({ events: [anApiEvent()] });
    await sweepHealth(ports);

    expect(asked).toEqual([
      ['listEvents', { statuses: ['open', 'upcoming'] }],
      ['countAccounts', ARN],
    ]);
    expect(observed).toMatchObject([
      {
        key: 'health/backfill/2026-11-22',
        source: 'health',
        title: 'AWS Health: 1 open event',
        summary: expect.stringContaining(
          '• EC2 api issue, eu-west-1, since 2026-11-21, 3 accounts',
        ) as string,
        labels: { kind: ['digest'] },
        part: { status: 'resolved' },
      },
    ]);
    expect(sent).toEqual([]);
    expect(state()).toEqual({
      reconciledUntil: NOW.toISOString(),
      backfilledAt: NOW.toISOString(),
      revision: 1,
    });
  });

  test('knows how many accounts the twenty events that are listed concern, and asks for no more', async () => {
    const events = Array.from({ length: 60 }, (_, index) => anApiEvent({ arn: `${ARN}${index}` }));
    const { ports, asked, observed } = aReconcile({ events });
    await sweepHealth(ports);

    expect(asked.filter(([call]) => call === 'countAccounts')).toHaveLength(20);
    expect(observed[0]?.summary).toContain('And 40 more: 40 issues.');
  });

  test('leaves out public events of Regions where nobody is', async () => {
    const regions = ['eu-central-1', 'us-east-1', 'global', 'ap-south-1', 'sa-east-1'];
    const { ports, observed, asked } = aReconcile({ events: regions.map(aPublicEvent) });
    await sweepHealth(ports);

    expect(observed[0]?.title).toBe('AWS Health: 3 open events');
    expect(asked.filter(([call]) => call === 'countAccounts')).toEqual([]);
  });
});

describe('a later sweep', () => {
  test('has each event compared that was updated since the last one, with a day of overlap', async () => {
    const { ports, asked, sent, observed, state, begin } = aReconcile({ events: [anApiEvent()] });
    begin({ reconciledUntil: YESTERDAY });
    await sweepHealth(ports);

    expect(asked).toEqual([['listEvents', { updatedSince: new Date('2026-11-20T09:00:00Z') }]]);
    expect(sent).toEqual([
      {
        kind: 'event',
        arn: ARN,
        typeCode: 'AWS_EC2_API_ISSUE',
        isPublic: false,
        startedAt: Date.parse('2026-11-21T07:50:00Z'),
        updatedAt: UPDATED,
      },
    ]);
    expect(observed).toEqual([]);
    expect(state()).toEqual({ reconciledUntil: NOW.toISOString(), revision: 5 });
  });

  test('tells nothing that stands in the digest already', async () => {
    const { ports, asked, begin } = aReconcile();
    begin({ reconciledUntil: YESTERDAY, backfilledAt: YESTERDAY });
    await sweepHealth(ports);

    expect(asked).toEqual([['listEvents', { updatedSince: new Date(YESTERDAY) }]]);
  });

  test('takes an event by its start where AWS does not say when it was updated, and any event that has an ARN', async () => {
    const startTime = new Date('2026-11-21T07:00:00Z');
    const { ports, sent, begin } = aReconcile({ events: [{ arn: ARN, startTime }, { arn: `${ARN}8` }, {}] });
    begin({ reconciledUntil: YESTERDAY });
    await sweepHealth(ports);

    const told = sent.map((message) => ReconcileMessage.parse(JSON.parse(JSON.stringify(message))));
    expect(told).toMatchObject([{ arn: ARN, updatedAt: startTime.getTime() }, { updatedAt: 0 }]);
  });

  test('that fails begins next time where it began this time', async () => {
    const { ports, begin, state } = aReconcile({ events: [anApiEvent()] });
    begin({ reconciledUntil: YESTERDAY });
    const failing = { ...ports, send: () => Promise.reject(new Error('queue is away')) };

    await expect(sweepHealth(failing)).rejects.toThrow('queue is away');
    expect(state()).toEqual({ reconciledUntil: YESTERDAY, revision: 4 });
  });
});

describe('without the support plan for it', () => {
  test('the capability switches itself off and says so once', async () => {
    const { ports, asked, observed, state, begin, failWith } = aReconcile();
    begin({ reconciledUntil: YESTERDAY });
    failWith(NO_PLAN);
    await sweepHealth(ports);
    await sweepHealth(ports);
    await sweepHealth(ports);

    expect(observed).toMatchObject([
      { key: 'health/no-api/2026-11-22', labels: { kind: ['digest'] }, part: { status: 'resolved' } },
    ]);
    expect(observed[0]?.summary).toContain('222233334444');
    expect(state()).toEqual({
      off: { since: NOW.toISOString(), reason: 'SubscriptionRequiredException' },
      revision: 5,
    });
    expect(asked).toHaveLength(3);
  });

  test('it begins by itself when the plan is there, with the digest', async () => {
    const { ports, observed, state, failWith } = aReconcile({ events: [anApiEvent()] });
    failWith(NO_PLAN);
    await sweepHealth(ports);
    failWith(undefined);
    await sweepHealth(ports);

    expect(observed.map(({ key }) => key.split('/')[1])).toEqual(['no-api', 'backfill']);
    expect(state()).toMatchObject({ reconciledUntil: NOW.toISOString(), revision: 2 });
    expect(state()).not.toHaveProperty('off');
  });

  test('a missing permission is something else: it is an error', async () => {
    const { ports, observed, state, failWith } = aReconcile();
    failWith(new Error('Health API refuses this account or role'));

    await expect(sweepHealth(ports)).rejects.toThrow('refuses');
    expect({ observed, state: state() }).toEqual({ observed: [], state: undefined });
  });
});

test('where the API moves to its other Region meanwhile, the list is read again there', async () => {
  const regions = ['us-east-1', 'us-east-2', 'us-east-2'];
  const used: string[] = [];
  const { ports, api, observed } = aReconcile({ events: [anApiEvent()] });
  await sweepHealth({
    ...ports,
    activeRegion: async () => regions.shift() ?? 'us-east-2',
    healthApi: (region) => {
      used.push(region);
      return api;
    },
  });

  expect(used).toEqual(['us-east-1', 'us-east-2']);
  expect(observed).toHaveLength(1);
});

test('an API that keeps moving is asked again later', async () => {
  let number = 0;
  const { ports, asked } = aReconcile();
  const moving = { ...ports, activeRegion: async () => `us-east-${(number += 1)}` };
  await expect(sweepHealth(moving)).rejects.toThrow('keeps moving');
  expect(asked).toHaveLength(3);
});
