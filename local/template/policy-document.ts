import type { PolicyDocument, PolicyStatement } from '#local/estate.ts';
import { isJsonObject } from './json-object.ts';
import type { Properties } from './properties.ts';

/** A policy document with its statements as a list, which IAM lets a template write as one object. */
export function readPolicyDocument(properties: Properties, name: string): PolicyDocument {
  const { Statement, ...rest } = properties.json(name);
  const statements: unknown[] = Array.isArray(Statement) ? Statement : [Statement];
  if (!statements.every(isStatement)) throw properties.refusal(name, 'has a statement without an effect');
  return { ...rest, Statement: statements };
}

/** Whether a JSON value is a statement that allows or denies. */
export function isStatement(value: unknown): value is PolicyStatement {
  return isJsonObject(value) && (value.Effect === 'Allow' || value.Effect === 'Deny');
}
