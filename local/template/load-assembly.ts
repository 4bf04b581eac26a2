import type { Estate } from '#local/estate.ts';
import { type AssemblyStack, readAssembly } from './assembly.ts';
import { leaveAside } from './leave-aside.ts';
import { openStack } from './open-stack.ts';
import { readerOf } from './resource-readers.ts';
import { partitionOf, type StackScope } from './stack-scope.ts';
import { TemplateError } from './template-error.ts';

export type LoadOptions = {
  /** Of stacks that do not name their own. */
  accountId: string;
  region: string;
  /** The one of the region unless given. */
  partition?: string;
  /** What `Ref` of a queue gives. */
  queueUrl: (queueName: string) => string;
  /** Values of template parameters. */
  parameters?: Record<string, string>;
  /** The names of the stacks to load; all unless given. */
  stacks?: string[];
};

/** Makes an estate of a CDK cloud assembly; throws on all that would not run as it does on AWS. */
export function loadAssembly(assemblyDirectory: string, options: LoadOptions): Estate {
  const { stacks, assetDirectory } = readAssembly(assemblyDirectory);
  for (const name of options.stacks ?? []) {
    if (!stacks.some((stack) => stack.name === name))
      throw new TemplateError({ stack: name }, 'is not there');
  }
  const estate = emptyEstate();
  const tasks: (() => void)[] = [];
  const resources = stacks
    .filter(({ name }) => options.stacks?.includes(name) ?? true)
    .flatMap(({ name, template, ...environment }) => {
      const scope = toScope(name, environment, options, assetDirectory);
      const stack = openStack(template, scope, options.parameters);
      Object.assign(estate.outputs, stack.outputs);
      return stack.resources.map((resource) => ({
        ...resource,
        afterAll: (task: () => void) => void tasks.push(task),
      }));
    });
  for (const resource of resources) readerOf(resource)(resource, estate);
  for (const task of tasks) task();
  for (const resource of resources) leaveAside(resource, estate);
  return estate;
}

function toScope(
  stackName: string,
  { accountId, region }: Omit<AssemblyStack, 'name' | 'template'>,
  options: LoadOptions,
  assetDirectory: StackScope['assetDirectory'],
): StackScope {
  const where = region ?? options.region;
  return {
    stackName,
    accountId: accountId ?? options.accountId,
    region: where,
    partition: options.partition ?? partitionOf(where),
    queueUrl: options.queueUrl,
    assetDirectory,
  };
}

function emptyEstate(): Estate {
  return {
    functions: [],
    roles: [],
    queues: [],
    tables: [],
    buses: [],
    rules: [],
    sources: [],
    schedules: [],
    topics: [],
    alarms: [],
    outputs: {},
    ignored: [],
  };
}
