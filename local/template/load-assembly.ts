import { partitionOf } from '#lib/regions.ts';
import type { Estate } from '#local/estate.ts';
import { type Assembly, readAssembly } from './assembly.ts';
import { emptyEstate } from './empty-estate.ts';
import { leaveAside } from './leave-aside.ts';
import { membersOf } from './members-of.ts';
import { needOfRecorder } from './need-of-recorder.ts';
import { openStack } from './open-stack.ts';
import type { Resource } from './resource.ts';
import { readerOf } from './resource-readers.ts';
import { type StackScope, toUuid } from './stack-scope.ts';
import type { Template } from './template.ts';
import { TemplateError } from './template-error.ts';

export type LoadOptions = {
  /** Of stacks that do not name their own. */
  accountId: string;
  region: string;
  /** The one of the region unless given. */
  partition?: string;
  /** What `Ref` of a queue gives. */
  queueUrl: (queueName: string) => string;
  /** Where a function URL leads, with a slash at its end; as AWS has them unless given. */
  functionUrl?: (id: string) => string;
  /** Values of template parameters. */
  parameters?: Record<string, string>;
  /** The names of the stacks to load; all unless given. */
  stacks?: string[];
  /** The accounts that StackSets reach; those of the functions' settings and `accountId` unless given. */
  members?: string[];
  /** Whether AWS Config has a recorder there; everywhere unless given. */
  hasRecorder?: (account: string, region: string) => boolean;
};

/** Makes an estate of a CDK cloud assembly; throws on all that would not run as it does on AWS. */
export function loadAssembly(assemblyDirectory: string, options: LoadOptions): Estate {
  const assembly = readAssembly(assemblyDirectory);
  const members = membersOf(assembly, options);
  const estate = emptyEstate();
  const resources: Resource[] = [];
  const tasks: (() => void)[] = [];
  const { hasRecorder = () => true } = options;

  function open(template: Template, scope: StackScope): void {
    const stack = openStack(template, scope, options.parameters);
    Object.assign(estate.outputs, stack.outputs);
    for (const resource of stack.resources) {
      resources.push({
        ...resource,
        afterAll: (task) => void tasks.push(task),
        deployToMembers: ({ name, template: ofMembers, regions }) => {
          for (const accountId of members) {
            for (const region of regions) {
              const failure = hasRecorder(accountId, region) ? undefined : needOfRecorder(ofMembers);
              estate.stackInstances.push({
                stackSet: name,
                account: accountId,
                region,
                ...(failure ? { failure } : {}),
              });
              if (failure) continue;
              const stackName = `StackSet-${name}-${toUuid(`${name}/${accountId}/${region}`)}`;
              open(ofMembers, { ...scope, stackName, accountId, region });
            }
          }
        },
      });
    }
  }

  for (const { name, template, ...environment } of stacksToLoad(assembly, options)) {
    const { accountId = options.accountId, region = options.region } = environment;
    const failure = hasRecorder(accountId, region) ? undefined : needOfRecorder(template);
    if (failure) throw new TemplateError({ stack: name }, failure);
    open(template, {
      stackName: name,
      accountId,
      region,
      partition: options.partition ?? partitionOf(region),
      queueUrl: options.queueUrl,
      functionUrl: options.functionUrl,
      assetDirectory: (objectKey) => assembly.assets.get(objectKey),
    });
  }
  // A StackSet that is read adds the resources of its stacks to the end of the list.
  for (const resource of resources) readerOf(resource)(resource, estate);
  for (const task of tasks) task();
  for (const resource of resources) leaveAside(resource, estate);
  return estate;
}

function stacksToLoad({ stacks }: Assembly, { stacks: wanted }: LoadOptions): Assembly['stacks'] {
  for (const name of wanted ?? []) {
    if (!stacks.some((stack) => stack.name === name))
      throw new TemplateError({ stack: name }, 'is not there');
  }
  return stacks.filter(({ name }) => wanted?.includes(name) ?? true);
}
