import { conditionHolds } from './conditions.ts';
import { type References, resolveIntrinsics } from './intrinsics.ts';
import { parameterValue } from './parameter.ts';
import { type Identity, identify } from './resource-identity.ts';
import { pseudoParameter, type StackScope } from './stack-scope.ts';
import type { Template } from './template.ts';

export type Resolver = {
  resolve: (value: unknown) => unknown;
  identityOf: (logicalId: string) => Identity;
  condition: (name: string) => boolean;
};

/** Resolves the values of one template in the stack that it makes. */
export function createResolver(
  template: Template,
  scope: StackScope,
  parameters: Record<string, string> = {},
): Resolver {
  const naming = new Set<string>();

  function identityOf(logicalId: string): Identity {
    const resource = template.Resources[logicalId];
    if (!resource) throw new Error(`${logicalId} is not in this template`);
    if (resource.Condition && !condition(resource.Condition)) {
      throw new Error(`${logicalId} is not made: its condition ${resource.Condition} does not hold`);
    }
    if (naming.has(logicalId)) throw new Error(`The name of ${logicalId} depends on itself`);
    naming.add(logicalId);
    try {
      return identify(resource.Type, logicalId, (name) => resolve(resource.Properties?.[name]), scope);
    } finally {
      naming.delete(logicalId);
    }
  }

  function condition(name: string): boolean {
    if (!template.Conditions || !Object.hasOwn(template.Conditions, name)) {
      throw new Error(`The condition ${name} is not defined`);
    }
    return conditionHolds(template.Conditions[name], references);
  }

  const references: References = {
    condition,
    ref: (name) => {
      if (name.startsWith('AWS::')) return pseudoParameter(name, scope);
      const parameter = template.Parameters?.[name];
      return parameter ? parameterValue(name, parameter, parameters[name]) : identityOf(name).ref;
    },
    attribute: (logicalId, name) => {
      const value = identityOf(logicalId).attributes[name];
      if (value !== undefined) return value;
      throw new Error(
        `The attribute ${name} of ${logicalId} is not emulated: add it to local/template/resource-identity.ts`,
      );
    },
  };

  const resolve = (value: unknown): unknown => resolveIntrinsics(value, references);
  return { resolve, identityOf, condition };
}
