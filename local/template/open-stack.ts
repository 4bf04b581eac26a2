import { Properties } from './properties.ts';
import { createResolver, type Resolver } from './resolver.ts';
import type { Resource } from './resource.ts';
import type { StackScope } from './stack-scope.ts';
import type { Template } from './template.ts';
import { type Place, TemplateError } from './template-error.ts';

type OpenStack = {
  resources: Omit<Resource, 'afterAll' | 'deployToMembers'>[];
  outputs: Record<string, string>;
};

/** The resources and outputs that a template makes in its stack, with every intrinsic resolved. */
export function openStack(
  template: Template,
  scope: StackScope,
  parameters?: Record<string, string>,
): OpenStack {
  const resolver = createResolver(template, scope, parameters);
  const isMade = ({ Condition }: { Condition?: string }) =>
    Condition === undefined || resolver.condition(Condition);
  const resources = Object.entries(template.Resources).filter(([, resource]) => isMade(resource));
  const outputs = Object.entries(template.Outputs ?? {}).filter(([, output]) => isMade(output));
  return {
    resources: resources.map(([logicalId, { Type: type, Properties: values = {} }]) => {
      const place = { stack: scope.stackName, logicalId, type };
      const resolved = Object.entries(values).map(
        ([property, value]) => [property, resolveAt({ ...place, property }, resolver, value)] as const,
      );
      const given = Object.fromEntries(resolved.filter(([, value]) => value !== undefined));
      const properties = new Properties(
        given,
        (property, problem) => new TemplateError({ ...place, property }, problem),
      );
      return { ...resolver.identityOf(logicalId), logicalId, type, scope, properties };
    }),
    outputs: Object.fromEntries(
      outputs.map(([key, { Value }]) => {
        const place = { stack: scope.stackName, logicalId: key, type: 'Output' };
        return [`${scope.stackName}.${key}`, String(resolveAt(place, resolver, Value))];
      }),
    ),
  };
}

function resolveAt(place: Place, { resolve }: Resolver, value: unknown): unknown {
  try {
    return resolve(value);
  } catch (cause) {
    throw new TemplateError(place, cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
