import { type CfnResource, NestedStack, Stack, TagManager } from 'aws-cdk-lib';
import { readTemplateTags, type TemplateTags } from '#lib/tags/prevention/synth/template-tags.ts';

const GLOBAL_TABLE = 'AWS::DynamoDB::GlobalTable';

type Template = { Resources?: Record<string, { Properties?: Record<string, unknown> }> };
/** Not declared, but what every resource is synthesized with: properties with their overrides. */
type Rendered = { _toCloudFormation: () => object };

/**
 * The tags that a resource will have, those of its stacks among them; of a global table, those of each replica.
 * Undefined where its type takes none that the CDK knows of.
 */
export function readResource(resource: CfnResource): TemplateTags[] | undefined {
  const stack = Stack.of(resource);
  const { Resources = {} } = stack.resolve((resource as unknown as Rendered)._toCloudFormation()) as Template;
  const [{ Properties = {} } = {}] = Object.values(Resources);
  const own = ownTags(resource, Properties);
  const ofStacks = tagsOfStacks(stack);
  return own?.map((one) => ({ tags: { ...ofStacks, ...one.tags }, isOpen: one.isOpen }));
}

function ownTags(resource: CfnResource, properties: Record<string, unknown>): TemplateTags[] | undefined {
  if (resource.cfnResourceType === GLOBAL_TABLE) return replicaTags(properties['Replicas']);
  const manager = TagManager.of(resource);
  if (manager) return [readTemplateTags(properties[capitalized(manager.tagPropertyName)])];
  // A class that is made for the type and has no manager: the type takes no tags, or not as a property of its own.
  return 'CFN_RESOURCE_TYPE_NAME' in resource.constructor
    ? undefined
    : [readTemplateTags(tagsAmong(properties))];
}

function replicaTags(replicas: unknown): TemplateTags[] {
  if (!Array.isArray(replicas)) return [{ tags: {}, isOpen: true }];
  return replicas.map((replica: { Tags?: unknown } | null) => readTemplateTags(replica?.Tags));
}

/** Of a resource that is written by hand: `Tags`, or what some types call otherwise, such as `FileSystemTags`. */
function tagsAmong(properties: Record<string, unknown>): unknown {
  const name = Object.keys(properties).find(
    (key) => key.endsWith('Tags') && typeof properties[key] === 'object',
  );
  return properties['Tags'] ?? (name === undefined ? undefined : properties[name]);
}

/** CloudFormation gives a stack's tags to its resources, and to the stacks within it. */
function tagsOfStacks(stack: Stack): Record<string, string> {
  const outer = NestedStack.isNestedStack(stack) ? stack.nestedStackParent : undefined;
  return { ...(outer ? tagsOfStacks(outer) : {}), ...stack.tags.tagValues() };
}

function capitalized(name: string): string {
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}
