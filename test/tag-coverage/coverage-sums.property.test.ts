import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluateTags } from '#lambdas/contracts/tags/evaluate-tags.ts';
import { tagsOfType } from '#lambdas/contracts/tags/tag-policy.ts';
import { aPolicy, BUCKET, QUEUE } from '#test/tag-coverage/a-policy.ts';
import { aSweep } from '#test/tag-coverage/a-sweep.ts';
import { aSweptResource, BANK, SHOP } from '#test/tag-coverage/a-swept-resource.ts';

const [owner, environment] = aPolicy().tags;
if (!owner || !environment) throw new Error('The policy has two tags');
/** One of the keys is asked of one type alone. */
const policy = aPolicy({ tags: [owner, { ...environment, types: [QUEUE] }] });

const text = fc.constantFrom('', ' ', 'prod', 'test', 'moon');
const tags = fc.dictionary(
  fc.constantFrom('Owner', 'owner', 'team', 'Environment', 'ENVIRONMENT', 'Name'),
  text,
);
const resource = fc.record({
  account: fc.constantFrom(SHOP, BANK),
  region: fc.constantFrom('eu-central-1', 'eu-west-1'),
  type: fc.constantFrom(BUCKET, QUEUE),
  tags,
});
type Given = { account: string; region: string; type: string; tags: Record<string, string> };

/** Counted by looking at each resource, without any of the sweep's own code but the policy's. */
function truth(resources: Given[], key: string) {
  const isWanted = ({ type }: Given) =>
    key === '*' || tagsOfType(policy, type).some((tag) => tag.key === key);
  const wanted = resources.filter(isWanted);
  const lacks = (one: Given) =>
    evaluateTags(policy, one.type, one.tags).some((violation) => key === '*' || violation.key === key);
  return { resources: wanted.length, compliant: wanted.filter((one) => !lacks(one)).length };
}

test('the sums of the table are those of the estate, whatever the order and the pages', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(resource, { maxLength: 60 }),
      fc.integer({ min: 1, max: 9 }),
      async (given, size) => {
        const all = given.map((one, index) => aSweptResource({ ...one, id: `r${index}` }));
        const sweep = aSweep();
        Object.assign(sweep.world, { resources: all, policy, pageSize: size });
        const done = await sweep.take();

        for (const key of ['Owner', 'Environment', '*']) {
          const rows = sweep.coverage().filter(({ tag_key }) => tag_key === key);
          const sum = (name: string) => rows.reduce((total, row) => total + Number(row[name]), 0);
          expect({ resources: sum('resources'), compliant: sum('compliant') }).toEqual(truth(given, key));
          expect(sum('compliant') + sum('missing') + sum('blank') + sum('wrong_value')).toBe(
            sum('resources'),
          );
        }
        const violations = given.flatMap((one) => evaluateTags(policy, one.type, one.tags));
        expect(sweep.violations()).toHaveLength(violations.length);
        expect(done).toMatchObject(truth(given, '*'));
      },
    ),
    { numRuns: 150 },
  );
});
