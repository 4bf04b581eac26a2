import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Observation } from '#lambdas/contracts/observation.ts';
import { aCause, anAnomalyEvent, asRead, observed } from './an-anomaly.ts';

test('a field of another type than expected is dropped, and the others stay', () => {
  const { detail } = asRead(
    anAnomalyEvent({
      anomalyId: 7,
      monitorName: null,
      accountId: 'a',
      impact: { totalImpact: '812', totalActualSpend: 5 },
      rootCauses: ['text', null, aCause({ region: 9, impact: 'much' }), aCause({}, 'much')],
    }),
  );

  expect([detail.anomalyId, detail.monitorName, detail.accountId]).toEqual([undefined, undefined, undefined]);
  expect(detail.impact).toMatchObject({ totalImpact: undefined, totalActualSpend: 5 });
  expect(detail.rootCauses.map(({ region, impact }) => [region, impact.contribution])).toEqual([
    [undefined, undefined],
    ['eu-central-1', undefined],
  ]);
  expect(detail.anomalyStartDate).toBe('2026-11-19T00:00:00Z');
});

test.each([
  ['impact', []],
  ['impact', null],
  ['rootCauses', 'none'],
  ['rootCauses', { 0: {} }],
])('%s may be %j', (field, value) => {
  expect(() => asRead(anAnomalyEvent({ [field]: value }))).not.toThrow();
});

test('an event without anything in it is an alert all the same', async () => {
  const [observation] = await observed(anAnomalyEvent({}, { detail: {} }));

  expect(observation).toMatchObject({ title: 'Cost anomaly: AWS', summary: '', severity: 'warning' });
  expect(observation?.part).toMatchObject({ id: '999900001111', resources: [] });
});

test.each([{ time: 'yesterday' }, { account: undefined }, { detail: 'text' }])(
  '%j is unreadable',
  (envelope) => {
    expect(() => asRead(anAnomalyEvent({}, envelope))).toThrow('Message is unreadable');
  },
);

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '<!channel>', '\uD83D', '\n\n'));
const date = fc.oneof(
  fc
    .date({ noInvalidDate: true, min: new Date(0), max: new Date('9990-01-01') })
    .map((day) => day.toISOString()),
  fc.constantFrom('2026-02-31', '0000-00-00T00:00:00Z', '9999-12-31'),
  text,
);
const money = fc.oneof(fc.double(), fc.double({ min: -1e6, max: 1e6 }));
const field = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: fc.jsonValue() });
const account = fc.oneof(fc.stringMatching(/^\d{12}$/), fc.constantFrom('111122223333', '444455556666'));
const cause = fc.record(
  {
    linkedAccount: field(account),
    linkedAccountName: field(text),
    region: field(text),
    service: field(text),
    usageType: field(text),
    impact: field(fc.record({ contribution: field(money) })),
  },
  { requiredKeys: [] },
);
const detail = fc.record(
  {
    accountId: field(account),
    accountName: field(text),
    anomalyId: field(text),
    anomalyStartDate: field(date),
    anomalyEndDate: field(date),
    dimensionValue: field(fc.oneof(text, account)),
    impact: field(
      fc.record({
        totalActualSpend: field(money),
        totalExpectedSpend: field(money),
        totalImpact: field(money),
        totalImpactPercentage: field(money),
      }),
    ),
    monitorName: field(text),
    rootCauses: field(fc.array(cause, { maxLength: 14 })),
    anomalyDetailsLink: field(fc.webUrl()),
  },
  { requiredKeys: [] },
);

test('whatever AWS puts into an anomaly, the desk is told what it can read, the same each time', async () => {
  await fc.assert(
    fc.asyncProperty(detail, async (fields) => {
      const event = anAnomalyEvent({}, { detail: fields });
      const observations = await observed(event);

      expect(observations.length).toBeGreaterThan(0);
      for (const observation of observations) expect(Observation.parse(observation)).toEqual(observation);
      expect(await observed(event)).toEqual(observations);
      expect(new Set(observations.map(({ part }) => part.id)).size).toBe(observations.length);
    }),
    { numRuns: 400 },
  );
});
