import type { Estate } from '#local/estate.ts';
import type { Properties } from './properties.ts';
import type { Identity } from './resource-identity.ts';
import type { StackScope } from './stack-scope.ts';
import type { Template } from './template.ts';

/** A resource of a stack, ready to be read. */
export type Resource = Identity & {
  logicalId: string;
  type: string;
  scope: StackScope;
  properties: Properties;
  /** Runs when all resources of all stacks are in the estate. */
  afterAll: (task: () => void) => void;
  /** Makes a stack of this template in each member account, as StackSets do. */
  deployToMembers: (stackSet: { name: string; template: Template; regions: string[] }) => void;
};

/** Adds to the estate what a resource asks for. */
export type ResourceReader = (resource: Resource, estate: Estate) => void;
