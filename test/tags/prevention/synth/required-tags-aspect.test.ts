import { App, AspectPriority, Aspects, Stack, Tags } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { expect, test, vi } from 'vitest';
import { RequiredTagsAspect } from '#lib/tags/prevention/synth/required-tags-aspect.ts';
import type { SynthOptions } from '#lib/tags/prevention/synth/synth-options.ts';
import { aPolicy, aTag } from '#test/tags/prevention/a-policy.ts';

vi.stubEnv('CDK_VALIDATION', 'false');

const policy = aPolicy({
  tags: [aTag({ purpose: 'who is called' }), aTag({ key: 'Stage', values: ['prod', 'dev'] })],
});

function annotationsOf(tags: Record<string, string>, options?: SynthOptions) {
  const stack = new Stack(new App(), 'Orders');
  Aspects.of(stack).add(new RequiredTagsAspect(policy, options), { priority: AspectPriority.READONLY });
  const bucket = new CfnBucket(stack, 'Bucket');
  for (const [key, value] of Object.entries(tags)) Tags.of(bucket).add(key, value);
  const annotations = Annotations.fromStack(stack);
  const textsOf = (found: ReturnType<typeof annotations.findError>) =>
    found.map(({ id, entry }) => `${id} ${(entry.data as string).split(' (')[0]}`);
  return {
    errors: textsOf(annotations.findError('*', Match.anyValue())),
    warnings: textsOf(annotations.findWarning('*', Match.anyValue())),
  };
}

test('a construct is marked with what is wrong, why, and what to write', () => {
  expect(annotationsOf({ owner: 'payments', Stage: 'prd' })).toEqual({
    errors: [
      "/Orders/Bucket The tag Owner is missing, and owner does not count for it. The tag says who is called. Write Tags.of(this).add('Owner', '<owner>'); // instead of owner",
      `/Orders/Bucket The tag Stage must not be "prd". The tag says who is called when it breaks. Write Tags.of(this).add('Stage', '<prod|dev>'); // instead of prd`,
    ],
    warnings: [],
  });
});

test('what has its tags is not marked, however late they are added', () => {
  expect(annotationsOf({ Owner: 'payments', Stage: 'prod' })).toEqual({ errors: [], warnings: [] });
});

test('it warns where it is told to', () => {
  const { errors, warnings } = annotationsOf({ Stage: 'prod' }, { level: 'warning' });

  expect(errors).toEqual([]);
  expect(warnings).toEqual([expect.stringContaining('The tag Owner is missing.')]);
});
