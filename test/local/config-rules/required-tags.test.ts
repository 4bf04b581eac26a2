import { expect, test } from 'vitest';
import { requiredTagsVerdict } from '#local/config-rules/required-tags.ts';

const TWO = { tag1Key: 'Owner', tag2Key: 'Stage', tag2Value: 'prod,dev' };

test.each<[Record<string, string>, Record<string, string>, string]>([
  [TWO, { Owner: '', Stage: 'dev' }, 'COMPLIANT'],
  [TWO, { Owner: 'a', Stage: 'test' }, 'NON_COMPLIANT'],
  [TWO, { Owner: 'a', Stage: 'Prod' }, 'NON_COMPLIANT'],
  [TWO, { owner: 'a', Stage: 'dev' }, 'NON_COMPLIANT'],
  [TWO, { Owner: 'a' }, 'NON_COMPLIANT'],
  [{}, { CostCenter: '1' }, 'COMPLIANT'],
  [{}, {}, 'NON_COMPLIANT'],
  [{ tag6Key: 'Team' }, { CostCenter: '1' }, 'NON_COMPLIANT'],
])('REQUIRED_TAGS with %o finds %o %s', (parameters, tags, verdict) => {
  expect(requiredTagsVerdict(parameters, { type: 'AWS::S3::Bucket', tags })).toBe(verdict);
});

test('REQUIRED_TAGS does not look at a Lambda function (awslabs/aws-config-rules#278)', () => {
  expect(requiredTagsVerdict(TWO, { type: 'AWS::Lambda::Function', tags: {} })).toBe('NOT_APPLICABLE');
});
