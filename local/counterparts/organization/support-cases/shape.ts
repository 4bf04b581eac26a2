/** What JSON a member may be, as AWS's service model says it. Lengths are of texts and lists, bounds of numbers. */
export type Shape =
  | { type: 'string'; min?: number; max?: number; pattern?: string; choices?: string[] }
  | { type: 'integer'; min?: number; max?: number }
  | { type: 'number' }
  | { type: 'boolean' }
  | { type: 'blob' }
  | { type: 'list'; of: Shape; min?: number; max?: number }
  | Structure;
export type Structure = { type: 'structure'; required: string[]; members: Record<string, Shape> };

type Bounds = { min?: number; max?: number };

export const text = (bounds: Bounds & { pattern?: string; choices?: string[] } = {}): Shape => ({
  type: 'string',
  ...bounds,
});
export const integer = (bounds: Bounds = {}): Shape => ({ type: 'integer', ...bounds });
export const number: Shape = { type: 'number' };
export const flag: Shape = { type: 'boolean' };
export const blob: Shape = { type: 'blob' };
export const list = (of: Shape, bounds: Bounds = {}): Shape => ({ type: 'list', of, ...bounds });
/** Members whose name ends in `!` are required. */
export function structure(members: Record<string, Shape>): Structure {
  const names = Object.keys(members);
  return {
    type: 'structure',
    required: names.filter((name) => name.endsWith('!')).map(plain),
    members: Object.fromEntries(Object.entries(members).map(([name, shape]) => [plain(name), shape])),
  };
}
const plain = (name: string) => name.replace('!', '');

/** In what a value is not of a shape; nothing: it is. Members that the shape does not name are wrong. */
export function problemsOf(shape: Shape, value: unknown, at = ''): string[] {
  switch (shape.type) {
    case 'string':
      return typeof value === 'string' ? problemsOfText(shape, value, at) : [`${at} must be a text`];
    case 'integer':
      return Number.isInteger(value) ? problemsOfSize(shape, Number(value), at) : [`${at} must be a number`];
    case 'number':
      return typeof value === 'number' ? [] : [`${at} must be a number`];
    case 'boolean':
      return typeof value === 'boolean' ? [] : [`${at} must be true or false`];
    case 'blob':
      return typeof value === 'string' && BASE64.test(value) ? [] : [`${at} must be base64`];
    case 'list':
      if (!Array.isArray(value)) return [`${at} must be a list`];
      return [
        ...problemsOfSize(shape, value.length, at),
        ...value.flatMap((each, index) => problemsOf(shape.of, each, `${at}[${index}]`)),
      ];
    case 'structure':
      return problemsOfStructure(shape, value, at);
  }
}

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

function problemsOfText(shape: Extract<Shape, { type: 'string' }>, value: string, at: string): string[] {
  const { pattern, choices } = shape;
  if (choices && !choices.includes(value)) return [`${at} must be one of ${choices.join(', ')}`];
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`).test(value)) return [`${at} has another form`];
  return problemsOfSize(shape, value.length, at);
}

function problemsOfSize({ min = 0, max = Infinity }: Bounds, size: number, at: string): string[] {
  return size >= min && size <= max ? [] : [`${at} must be ${min} to ${max}`];
}

function problemsOfStructure({ required, members }: Structure, value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at} must be an object`];
  const given = Object.entries(value).filter(([, one]) => one !== undefined && one !== null);
  const names = new Set(given.map(([name]) => name));
  return [
    ...required.filter((name) => !names.has(name)).map((name) => `${at}${name} is required`),
    ...given.flatMap(([name, one]) => {
      const shape = members[name];
      return shape ? problemsOf(shape, one, `${at}${name}`) : [`${at}${name} is not known`];
    }),
  ];
}
