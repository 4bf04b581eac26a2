import { evaluateTags } from '#lambdas/contracts/tags/evaluate-tags.ts';
import { toSweptResource } from '#lambdas/tag-coverage/read/to-swept-resource.ts';
import { policy } from '#test/conformance/config-samples/config-stage.ts';
import type { Played } from '#test/conformance/config-samples/play-config-event.ts';
import { aSweep } from '#test/tag-coverage/a-sweep.ts';

/** A page of the aggregator through a whole sweep: each resource is counted once, and listed with what it lacks. */
export async function playConfigRows(rows: string[]): Promise<Played> {
  const resources = rows.map(toSweptResource);
  const accounts = [...new Set(resources.map(({ account }) => account))];
  const regions = [...new Set(resources.map(({ region }) => region))];
  const sweep = aSweep({ regions });
  Object.assign(sweep.world, { policy, accounts: accounts.map((id) => ({ id, tags: {} })) });
  const counted = await sweep.take({
    aggregator: {
      async *select(expression) {
        yield rows.filter((_, index) => expression.includes(`'${resources[index]?.type}'`));
      },
      async *sources() {
        yield accounts.flatMap((account) =>
          regions.map((region) => ({ account, region, status: 'SUCCEEDED' })),
        );
      },
    },
  });
  const held = resources.filter(({ type }) => policy.types.includes(type));
  const violations = held.flatMap(({ id, type, tags }) =>
    evaluateTags(policy, type, tags).map(({ key }) => `${id} ${key}`),
  );
  const listed = sweep.violations().map((row) => `${String(row['resource_id'])} ${String(row['tag_key'])}`);
  const complaints = [
    ...(counted.resources === held.length ? [] : [`${counted.resources} of ${held.length} are counted`]),
    ...(listed.toSorted().join() === violations.toSorted().join() ? [] : [`listed are ${listed.join()}`]),
    ...(sweep.told.length === 1 ? [] : [`${sweep.told.length} digests were told`]),
  ];
  const title = sweep.told[0]?.title ?? 'no digest';
  return { line: `${rows.length} rows, ${listed.length} violations | ${title}`, complaints };
}
