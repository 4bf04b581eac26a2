import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toMoment } from '#lambdas/support-cases/read/to-moment.ts';
import { toReadCase } from '#lambdas/support-cases/read/to-read-case.ts';

const FIELDS = [
  'subject',
  'status',
  'serviceCode',
  'submittedBy',
  'language',
  'ccEmailAddresses',
  'recentCommunications',
];
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const anything = fc.jsonValue();
const aMessage = fc.record(
  {
    body: fc.oneof(fc.string(), anything),
    timeCreated: fc.oneof(fc.constant('2026-11-01T10:00:00+0000'), anything),
    attachments: fc.oneof(fc.array(fc.record({ attachmentId: fc.string(), fileName: anything })), anything),
    attachmentSet: anything,
  },
  { requiredKeys: [] },
);
const oddFields = fc.dictionary(fc.constantFrom(...FIELDS), anything);
const recent = fc.record({ communications: fc.array(fc.oneof(aMessage, anything)), nextToken: anything });

test('a case with both ids and a time is read, whatever else AWS sends', () => {
  fc.assert(
    fc.property(oddFields, fc.option(recent), (odd, recentCommunications) => {
      const known = { caseId: 'case-1', displayId: '1', timeCreated: '2026-11-01T10:00:00Z' };
      const given = { ...odd, ...(recentCommunications ? { recentCommunications } : {}), ...known };
      const answer = toReadCase(given);
      const times = answer?.read.recent.messages.map(({ at }) => at) ?? [];

      expect(answer?.read).toMatchObject({ caseId: 'case-1', displayId: '1' });
      for (const time of times) expect(time).toMatch(ISO);
      expect(times).toEqual(times.toSorted().toReversed());
    }),
  );
});

test('what is no case is none', () => {
  fc.assert(
    fc.property(anything, (value) => {
      expect(toReadCase(value)).toBeUndefined();
    }),
  );
});

test('a moment is the same, whatever offset it is told in', () => {
  const range = { min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true };
  fc.assert(
    fc.property(
      fc.date(range),
      fc.integer({ min: -14 * 60, max: 14 * 60 }),
      fc.boolean(),
      (date, offset, colon) => {
        const local = new Date(date.getTime() + offset * 60_000).toISOString().replace('Z', '');
        const digits = (value: number) => String(value).padStart(2, '0');
        const minutes = Math.abs(offset);
        const zone = `${offset < 0 ? '-' : '+'}${digits(Math.floor(minutes / 60))}${colon ? ':' : ''}${digits(minutes % 60)}`;

        expect(toMoment(`${local}${zone}`)).toBe(date.toISOString());
      },
    ),
  );
});
