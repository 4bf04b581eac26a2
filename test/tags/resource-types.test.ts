import { ResourceType } from '@aws-sdk/client-config-service';
import { describe, expect, test } from 'vitest';
import resourceTypes from '#lib/tags/resource-types.json' with { type: 'json' };
import { DEFAULT_TYPES, isKnownType, tagsProvenBy, typesLike } from '#lib/tags/resource-types.ts';

/** Types of the default that nothing proves the tags of, and why they are among it nevertheless. */
const TO_BE_CALIBRATED: Record<string, string> = {
  'AWS::CloudFront::Distribution': 'serves what people see; AWS has no managed rule for its tags',
  'AWS::EC2::NatGateway': 'costs by the hour, and is made by hand more often than it should be',
  'AWS::ECS::Cluster': 'holds what runs; the ECS alerts of Reeve ask for its owner',
  'AWS::ECS::Service': 'what a team runs, and is called for',
  'AWS::EKS::Cluster': 'costs by the hour, and holds the work of many',
  'AWS::Kinesis::Stream': 'a sample item has its tags in the configuration, where rules do not look',
  'AWS::OpenSearch::Domain': 'is among what costs most',
  'AWS::SNS::Topic': 'is made by nearly every team',
  'AWS::SQS::Queue': 'is made by nearly every team',
  'AWS::SecretsManager::Secret': 'nobody but its owner can say what it opens',
};

const types = resourceTypes.map(({ type }) => type);

describe('the list of resource types', () => {
  test('is what the SDK knows: refresh:resource-types makes it anew (terraform-aws-mcaf-landing-zone#187)', () => {
    expect(types).toEqual([...new Set(Object.values(ResourceType))].sort());
  });

  test('says by what the tags of a type are proven, or nothing', () => {
    const proofs = resourceTypes.flatMap(({ tagsProvenBy: proof }) => proof ?? []);

    expect(
      proofs.filter((proof) => !/^(?:REQUIRED_TAGS|[A-Z0-9_]+_TAGGED|configuration item)$/.test(proof)),
    ).toEqual([]);
    expect(proofs.filter((proof) => proof === 'REQUIRED_TAGS')).toHaveLength(30);
    expect(tagsProvenBy('AWS::S3::Bucket')).toBe('REQUIRED_TAGS');
    expect(tagsProvenBy('AWS::EFS::FileSystem')).toBe('EFS_FILE_SYSTEM_TAGGED');
    expect(tagsProvenBy('AWS::SNS::Topic')).toBeUndefined();
    expect(tagsProvenBy('AWS::Some::Thing')).toBeUndefined();
  });
});

describe('the types of a policy that names none', () => {
  test('are known, sorted, and each there once', () => {
    expect(DEFAULT_TYPES.filter((type) => !isKnownType(type))).toEqual([]);
    expect(DEFAULT_TYPES).toEqual([...new Set(DEFAULT_TYPES)].sort());
  });

  test('are not what AWS makes by the thousand', () => {
    expect(DEFAULT_TYPES.filter((type) => /NetworkInterface|Snapshot/.test(type))).toEqual([]);
  });

  test('record their tags by a proof, or are named with a reason (cloud-custodian#11060)', () => {
    const unproven = DEFAULT_TYPES.filter((type) => tagsProvenBy(type) === undefined);

    expect(unproven).toEqual(Object.keys(TO_BE_CALIBRATED));
  });
});

test.each([
  ['AWS::S3::Bucket', ['AWS::S3::Bucket']],
  ['AWS::Some::Thing', []],
  ['AWS::SNS::*', ['AWS::SNS::Topic']],
])('%s names %j', (pattern, named) => {
  expect(typesLike(pattern)).toEqual(named);
});
