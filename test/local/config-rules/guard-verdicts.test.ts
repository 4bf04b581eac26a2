import { describe, expect, test } from 'vitest';
import { configurationItem } from '#local/config-rules/configuration-item.ts';
import { guardBinary } from '#local/config-rules/guard-binary.ts';
import { guardVerdicts } from '#local/config-rules/guard-verdicts.ts';
import { aResource } from '#test/local/counterparts/organization/a-resource.ts';
import { aPolicy } from './a-policy.ts';

const BINARY = guardBinary() ?? '';
const VOLUMES = aPolicy(['AWS::EC2::Volume']);
const itemOf = (tags: Record<string, string>, type = 'AWS::EC2::Volume') =>
  configurationItem(aResource('it', { tags, type }));
const verdictOf = async (policy: string, item: object) => (await guardVerdicts(BINARY, policy, [item]))[0];

describe('cfn-guard', () => {
  test.each<[Record<string, string>, string]>([
    [{ Owner: 'a' }, 'COMPLIANT'],
    [{ Owner: 'a', 'aws:cloudformation:stack-name': 'x', 'cost-center': '1' }, 'COMPLIANT'],
    [{ owner: 'a' }, 'NON_COMPLIANT'],
    [{ OWNER: 'a' }, 'NON_COMPLIANT'],
    [{ Owner: '' }, 'NON_COMPLIANT'],
    [{ Owner: '  ' }, 'NON_COMPLIANT'],
    [{}, 'NON_COMPLIANT'],
  ])('finds %o %s (cloudformation-guard 3.1.1)', async (tags, verdict) => {
    expect(await verdictOf(VOLUMES, itemOf(tags))).toBe(verdict);
  });

  test('has nothing to say of other types', async () => {
    expect(await verdictOf(VOLUMES, itemOf({}, 'AWS::S3::Bucket'))).toBe('NOT_APPLICABLE');
  });

  test('looks at more items than one process takes, and keeps their order', async () => {
    const items = Array.from({ length: 4500 }, (_, index) => itemOf(index % 3 === 0 ? {} : { Owner: 'a' }));
    const verdicts = await guardVerdicts(BINARY, VOLUMES, items);
    expect(verdicts).toEqual(items.map((_, index) => (index % 3 === 0 ? 'NON_COMPLIANT' : 'COMPLIANT')));
  });

  test('does not take a policy that it cannot read for one that skips everything', async () => {
    await expect(verdictOf('rule broken { tags[ keys == ] }', itemOf({}))).rejects.toThrow(
      /^cfn-guard ended with 5: Parsing error/,
    );
  });

  test('is there for Linux and macOS, and nowhere else', () => {
    for (const system of ['linux', 'darwin'])
      for (const machine of ['x64', 'arm64']) expect(guardBinary(system, machine)).toMatch(/cfn-guard$/);
    expect(guardBinary('win32', 'x64')).toBeUndefined();
    expect(guardBinary('linux', 'riscv64')).toBeUndefined();
  });
});
