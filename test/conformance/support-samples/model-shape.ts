import type { Shape } from '#local/counterparts/organization/support-cases/shape.ts';

type ModelShape = {
  type: string;
  min?: number;
  max?: number;
  pattern?: string;
  enum?: string[];
  required?: string[];
  members?: Record<string, { shape: string }>;
  member?: { shape: string };
};

/** A service model of botocore, as far as it is compared. */
export type ServiceModel = {
  operations: Record<string, { input: { shape: string }; output: { shape: string } }>;
  shapes: Record<string, ModelShape>;
};

/** A shape of a service model in the words of our table. */
export function modelShape(model: ServiceModel, name: string): Shape {
  const found = model.shapes[name];
  if (!found) throw new Error(`The model has no shape ${name}`);
  const { min, max } = found;
  const bounds = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
  switch (found.type) {
    case 'string':
      return {
        type: 'string',
        ...bounds,
        ...(found.pattern === undefined ? {} : { pattern: found.pattern }),
        ...(found.enum ? { choices: found.enum } : {}),
      };
    case 'integer':
    case 'long':
      return { type: 'integer', ...bounds };
    case 'timestamp':
      return { type: 'number' };
    case 'boolean':
      return { type: 'boolean' };
    case 'blob':
      return { type: 'blob' };
    case 'list':
      return { type: 'list', of: modelShape(model, found.member?.shape ?? ''), ...bounds };
    case 'structure':
      return {
        type: 'structure',
        required: found.required ?? [],
        members: Object.fromEntries(
          Object.entries(found.members ?? {}).map(([member, { shape }]) => [
            member,
            modelShape(model, shape),
          ]),
        ),
      };
    default:
      throw new Error(`The model has a type that the table has not: ${found.type}`);
  }
}
