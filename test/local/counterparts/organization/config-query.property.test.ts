import fc from 'fast-check';
import { expect, test } from 'vitest';
import { configItem } from '#local/counterparts/organization/config-item.ts';
import { parseConfigQuery } from '#local/counterparts/organization/config-query.ts';
import { configRow } from '#local/counterparts/organization/config-row.ts';
import { fulfils, selected } from '#local/counterparts/organization/run-config-query.ts';
import type { WorldResource } from '#local/counterparts/organization/world-resources.ts';
import { aResource } from './a-resource.ts';

type Plain = { text: string; holds: (resource: WorldResource) => boolean };

const TYPES = ['AWS::EC2::Volume', 'AWS::S3::Bucket', 'AWS::Lambda::Function'];
const WORDS = ['é', 'a', 'A', '', ' ', 'prod', 'x=y'];
const quoted = (text: string) => `'${text}'`;

const resource = fc.record({
  type: fc.constantFrom(...TYPES),
  name: fc.constantFrom('one', 'two', 'three'),
  tags: fc.dictionary(fc.constantFrom('Owner', 'Stage', 'o k'), fc.constantFrom(...WORDS)),
  isOn: fc.option(fc.boolean(), { nil: undefined }),
});

const comparison: fc.Arbitrary<Plain> = fc.oneof(
  fc.subarray(TYPES, { minLength: 1 }).map((types) => ({
    text: `resourceType IN (${types.map(quoted).join(', ')})`,
    holds: ({ type }: WorldResource) => types.includes(type),
  })),
  fc.constantFrom(...WORDS).map((word) => ({
    text: `tags.value = ${quoted(word)}`,
    holds: ({ tags }: WorldResource) => Object.values(tags).includes(word),
  })),
  fc.constantFrom('Owner', 'Stage', 'o k').map((key) => ({
    text: `tags.key=${quoted(key)}`,
    holds: ({ tags }: WorldResource) => Object.hasOwn(tags, key),
  })),
  fc.boolean().map((isOn) => ({
    text: `configuration.attachment.deleteOnTermination = ${isOn}`,
    holds: ({ configuration }: WorldResource) =>
      (configuration?.['attachment'] as { deleteOnTermination?: boolean } | undefined)
        ?.deleteOnTermination === isOn,
  })),
);

/** Conditions with as few parentheses as the precedence needs, and their meaning said plainly. */
const { condition } = fc.letrec<{ condition: Plain; all: Plain; one: Plain }>((tie) => ({
  condition: fc.array(tie('all'), { minLength: 1, maxLength: 3, depthIdentifier: 'c' }).map((parts) => ({
    text: parts.map(({ text }) => text).join(' OR '),
    holds: (each) => parts.some((part) => part.holds(each)),
  })),
  all: fc.array(tie('one'), { minLength: 1, maxLength: 3, depthIdentifier: 'c' }).map((parts) => ({
    text: parts.map(({ text }) => text).join(' and '),
    holds: (each) => parts.every((part) => part.holds(each)),
  })),
  one: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'c' },
    comparison,
    tie('condition').map(({ text, holds }) => ({ text: `(${text})`, holds })),
  ),
}));

function toWorld({
  type,
  name,
  tags,
  isOn,
}: {
  type: string;
  name: string;
  tags: Record<string, string>;
  isOn: boolean | undefined;
}) {
  return aResource(name, {
    type,
    tags,
    ...(isOn === undefined ? {} : { configuration: { attachment: { deleteOnTermination: isOn } } }),
  });
}

function rowOf(one: WorldResource) {
  const item = configItem(one, 'recording');
  if (!item) throw new Error('Everything is recorded here');
  return configRow(item);
}

test('A query finds what its condition says, said plainly', () => {
  fc.assert(
    fc.property(fc.array(resource, { maxLength: 8 }), condition, (plans, { text, holds }) => {
      const resources = plans.map(toWorld);
      const query = parseConfigQuery(`SELECT resourceName WHERE ${text}`);
      const found = resources.filter((one) => fulfils(query, rowOf(one)));
      expect(found).toEqual(resources.filter(holds));
    }),
    { numRuns: 500 },
  );
});

test('A row has the selected fields and none else', () => {
  const fields = ['resourceName', 'accountId', 'tags', 'configuration.attachment.deleteOnTermination', 'arn'];
  fc.assert(
    fc.property(resource, fc.subarray(fields, { minLength: 1 }), (plan, wanted) => {
      const one = toWorld(plan);
      const row = selected(parseConfigQuery(`SELECT ${wanted.join(',')}`), rowOf(one));
      const has = (field: string) => wanted.includes(field);
      expect(JSON.parse(JSON.stringify(row))).toEqual({
        ...(has('resourceName') ? { resourceName: one.name } : {}),
        ...(has('accountId') ? { accountId: one.account } : {}),
        ...(has('arn') ? { arn: one.arn } : {}),
        ...(has('tags')
          ? { tags: Object.entries(one.tags).map(([key, value]) => ({ key, value, tag: `${key}=${value}` })) }
          : {}),
        ...(has('configuration.attachment.deleteOnTermination') && plan.isOn !== undefined
          ? { configuration: { attachment: { deleteOnTermination: plan.isOn } } }
          : {}),
      });
    }),
  );
});

test('Whatever is typed is either read or refused by name', () => {
  const piece = fc.constantFrom(
    'SELECT',
    'arn',
    'WHERE',
    '=',
    "'x'",
    'IN',
    '(',
    ')',
    ',',
    'AND',
    'OR',
    'NULL',
    "'",
    '*',
    '1',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      try {
        parseConfigQuery(pieces.join(' '));
      } catch (error) {
        expect((error as Error).name).toMatch(/^(?:InvalidExpression|UnsupportedFeature)Exception$/);
      }
    }),
    { numRuns: 1000 },
  );
});
