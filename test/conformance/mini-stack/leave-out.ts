import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** MiniStack refuses a template that names a type it does not know. */
const UNKNOWN_TYPES = ['AWS::Athena::NamedQuery', 'AWS::Config::ConfigurationAggregator'];

type Template = { Resources: Record<string, { Type: string }> };

/** Copies an assembly without the resources that MiniStack has no word for; gives the types of these. */
export function leaveOutUnknown(assembly: string, copy: string, stack: string): string[] {
  rmSync(copy, { recursive: true, force: true });
  cpSync(assembly, copy, { recursive: true });
  const file = join(copy, `${stack}.template.json`);
  const template = JSON.parse(readFileSync(file, 'utf8')) as Template;
  const isUnknown = ({ Type }: { Type: string }) => UNKNOWN_TYPES.includes(Type);
  const resources = Object.entries(template.Resources);
  const known = Object.fromEntries(resources.filter(([, resource]) => !isUnknown(resource)));
  const isKnown = (id: string) => id in known || !(id in template.Resources);
  writeFileSync(file, JSON.stringify({ ...template, Resources: known }, withoutReferences(isKnown)));
  const left = resources.filter(([, resource]) => isUnknown(resource)).map(([, { Type }]) => Type);
  return [...new Set(left)].map((type) => `${left.filter((each) => each === type).length} ${type}`);
}

/** In place of what is asked of a resource that is left out, an ARN of nothing. */
function withoutReferences(isKnown: (id: string) => boolean) {
  return (_key: string, value: unknown): unknown => {
    const attribute = (value as { 'Fn::GetAtt'?: unknown } | null)?.['Fn::GetAtt'];
    const [id] = Array.isArray(attribute) ? (attribute as unknown[]) : [];
    return typeof id === 'string' && !isKnown(id) ? 'arn:aws:config:::left-out' : value;
  };
}
