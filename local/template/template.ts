import { readFileSync } from 'node:fs';
import { isJsonObject, type JsonObject } from './json-object.ts';
import { type Place, TemplateError } from './template-error.ts';

/** A resource as the template writes it. */
export type TemplateResource = {
  Type: string;
  Properties?: JsonObject;
  Metadata?: JsonObject;
  Condition?: string;
};

export type TemplateParameter = { Type: string; Default?: string | number };

/** The parts of a CloudFormation template that the embedded cloud reads. */
export type Template = {
  Resources: Record<string, TemplateResource>;
  Parameters?: Record<string, TemplateParameter>;
  Conditions?: JsonObject;
  Outputs?: Record<string, { Value: unknown; Condition?: string }>;
};

const SECTIONS = new Set([
  'AWSTemplateFormatVersion',
  'Conditions',
  'Description',
  'Metadata',
  'Outputs',
  'Parameters',
  'Resources',
  // CDK's check that the account is bootstrapped.
  'Rules',
]);

const ATTRIBUTES = new Set([
  'Condition',
  'DeletionPolicy',
  'DependsOn',
  'Metadata',
  'Properties',
  'Type',
  'UpdateReplacePolicy',
]);

/** Reads the template of a file. */
export function readTemplate(stack: string, file: string): Template {
  return parseTemplate(stack, readFileSync(file, 'utf8'), file);
}

/** Reads a template and refuses what it has beyond plain resources; `origin` says where its text is from. */
export function parseTemplate(stack: string, text: string, origin: string): Template {
  const template: unknown = JSON.parse(text);
  if (!isJsonObject(template) || !isJsonObject(template.Resources)) {
    throw new TemplateError({ stack }, `${origin} is not a CloudFormation template`);
  }
  refuseUnknownKeys(template, SECTIONS, { stack });
  for (const [logicalId, resource] of Object.entries(template.Resources)) {
    if (!isJsonObject(resource) || typeof resource.Type !== 'string') {
      throw new TemplateError({ stack, logicalId }, 'a resource has a type');
    }
    refuseUnknownKeys(resource, ATTRIBUTES, { stack, logicalId, type: resource.Type });
  }
  return template as Template;
}

function refuseUnknownKeys(value: JsonObject, known: Set<string>, place: Place): void {
  const unknown = Object.keys(value).find((key) => !known.has(key));
  if (unknown) {
    throw new TemplateError(place, `${unknown} is not emulated: do without it, or read it in local/template`);
  }
}
