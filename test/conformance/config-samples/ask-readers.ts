import { toLookedAt } from '#lambdas/required-tags/config-query.ts';
import { toSweptResource } from '#lambdas/tag-coverage/read/to-swept-resource.ts';
import { guardBinary } from '#local/config-rules/guard-binary.ts';
import { guardVerdicts } from '#local/config-rules/guard-verdicts.ts';
import type { Estate } from '#local/estate.ts';
import { PLACE } from '#test/conformance/config-samples/config-stage.ts';
import { arnOf, type Item, recordOf } from '#test/conformance/config-samples/read-config-samples.ts';

/** The rule of the item's type, in the words that AWS Config runs, must find what the evaluator finds. */
export async function askRules(
  item: Item,
  violates: boolean,
  { configRules }: Pick<Estate, 'configRules'>,
): Promise<string[]> {
  const guard = guardBinary();
  const rules = configRules.filter(
    ({ account, region, types }) =>
      account === PLACE.account && region === PLACE.region && types.includes(item.resourceType),
  );
  if (rules.length === 0) return violates ? ['no rule looks at its type'] : [];
  if (!guard) return ['there is no cfn-guard for this machine'];
  const complaints: string[] = [];
  for (const { name, check } of rules) {
    if (check.kind !== 'guard') continue;
    const [found] = await guardVerdicts(guard, check.policy, [item]);
    if (found !== (violates ? 'NON_COMPLIANT' : 'COMPLIANT')) complaints.push(`${name} finds ${found}`);
  }
  return complaints;
}

/** The same resource as a row of a query of its account, and of the aggregator: both must have the same tags. */
export function askReaders(item: Item, tags: Record<string, string>): string[] {
  const { resourceType, resourceId, resourceName, resourceCreationTime } = item;
  const place = { accountId: PLACE.account, awsRegion: PLACE.region };
  const named = { resourceType, resourceId, resourceName, resourceCreationTime, arn: arnOf(item) };
  const configuration = recordOf(item['configuration']);
  const list = Object.entries(tags).map(([key, value]) => ({ key, value, tag: `${key}=${value}` }));
  const complaints: string[] = [];
  for (const form of [tags, list]) {
    const row = JSON.stringify({ ...place, ...named, tags: form, configuration });
    const looked = toLookedAt(row)?.resource;
    const swept = toSweptResource(row);
    const [one, other, wanted] = [looked?.tags, swept.tags, tags].map((all) => JSON.stringify(all));
    if (one !== wanted) complaints.push('a row of the account loses tags');
    if (other !== wanted) complaints.push('a row of the aggregator loses tags');
    if (looked?.createdAt !== (swept.createdAt && Date.parse(swept.createdAt)))
      complaints.push('its age is read in two ways');
  }
  return [...new Set(complaints)];
}
