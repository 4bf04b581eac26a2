import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ASSEMBLY } from '#test/synthesize-once.ts';

/** A CloudFormation template, as far as the estate's rules look into it. */
type Resource = {
  Type: string;
  Properties?: object;
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
};
export type Template = { Resources: Record<string, Resource> };

/** The synthesized hub; each call gives a copy that may be spoilt. */
export function hubTemplate(): Template {
  return JSON.parse(readFileSync(join(ASSEMBLY, 'ReeveHub.template.json'), 'utf8')) as Template;
}

/** The logical ids and properties of all resources of a type. */
export function resourcesOf<Properties>(template: Template, type: string): [id: string, Properties][] {
  return Object.entries(template.Resources)
    .filter(([, resource]) => resource.Type === type)
    .map(([id, { Properties = {} }]) => [id, Properties as Properties]);
}

/** The properties of the first resource of a type whose id begins so: to be spoilt by a test. */
export function propertiesOf<Properties>(template: Template, type: string, id = ''): Properties {
  const found = resourcesOf<Properties>(template, type).find(([candidate]) => candidate.startsWith(id));
  if (!found) throw new Error(`No ${type} begins with "${id}"`);
  return found[1];
}

/** The logical id that `Ref` or `Fn::GetAtt` leads to. */
export function targetOf(value: unknown): string | undefined {
  const { Ref, 'Fn::GetAtt': attribute } = (value ?? {}) as { Ref?: string; 'Fn::GetAtt'?: string[] };
  return Ref ?? attribute?.[0];
}

/** One or many, as templates write both. */
export function listOf<Entry>(value: Entry | Entry[] | undefined): Entry[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
