import { isAwsMade } from '#lambdas/contracts/tags/aws-made.ts';
import { evaluateTags } from '#lambdas/contracts/tags/evaluate-tags.ts';
import { readTags, type TaggedItem } from '#lambdas/contracts/tags/read-tags.ts';
import {
  addResources,
  deleteResource,
  tagResource,
} from '#local/counterparts/organization/change-resources.ts';
import { wellTagged } from '#local/well-tagged.ts';
import { askReaders, askRules } from '#test/conformance/config-samples/ask-readers.ts';
import { onConfigStage, PLACE, policy, saidOf } from '#test/conformance/config-samples/config-stage.ts';
import type { Played } from '#test/conformance/config-samples/play-config-event.ts';
import { arnOf, type Item, recordOf, textOf } from '#test/conformance/config-samples/read-config-samples.ts';

/** A configuration item: what rule and evaluator find of it as it is; then in an account, until a channel hears of it. */
export function playConfigItem(item: Item, assembly: string): Promise<Played> {
  return onConfigStage(assembly, async (stage) => {
    const { resourceType: type, resourceId: id } = item;
    const tags = readTags(item as TaggedItem);
    const configuration = recordOf(item['configuration']);
    const name = textOf(item['resourceName']);
    const made = isAwsMade({ type, id, name, arn: arnOf(item), tags, configuration });
    const violations = evaluateTags(policy, type, tags);
    const complaints = [
      ...(await askRules(item, violations.length > 0, stage.cloud.estate)),
      ...askReaders(item, tags),
    ];

    const { world } = stage.cloud.organization;
    const now = stage.cloud.clock.now();
    const plan = { ...PLACE, type, id, tags, configuration, arn: arnOf(item), ...(name ? { name } : {}) };
    const [resource] = addResources(world, [plan], now);
    await stage.pass();
    const heard = stage.hear();
    const isTold = violations.length > 0 && !made;
    if (isTold !== heard.told.length > 0)
      complaints.push(isTold ? 'told to nobody' : 'told, although nothing violates');
    if (isTold) {
      complaints.push(
        ...violations
          .filter(({ key }) => !heard.text.includes(`${key}: `))
          .map(({ key }) => `no message says ${key}`),
      );
      if (resource && isGone(item)) deleteResource(world, resource, now + 1);
      else if (resource) tagResource(world, resource, wellTagged(stage.cloud.estate), now + 1);
      await stage.pass();
      if (!stage.hear().summary.startsWith('resolved')) complaints.push('what is over is still open');
    }
    const why = made
      ? 'AWS made it'
      : policy.types.includes(type)
        ? 'it complies'
        : `${type} is no type of the policy`;
    const line = isTold ? saidOf(heard) : `no message: ${why}`;
    return {
      line: `${Object.keys(tags).length} tags → ${line}`,
      complaints: [...complaints, ...stage.troubles()],
    };
  });
}

function isGone(item: Item): boolean {
  return textOf(item['configurationItemStatus']).startsWith('ResourceDeleted');
}
