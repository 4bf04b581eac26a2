import { isJsonObject, type JsonObject } from './json-object.ts';

/** What a template's names stand for. Each function throws on a name that it does not know. */
export type References = {
  /** `undefined` stands for AWS::NoValue. */
  ref: (name: string) => unknown;
  attribute: (logicalId: string, attribute: string) => string;
  condition: (name: string) => boolean;
};

type Intrinsic = (argument: unknown, references: References) => unknown;

const INTRINSICS: Record<string, Intrinsic> = {
  Ref: (argument, { ref }) => ref(text(argument)),
  'Fn::GetAtt': getAttribute,
  'Fn::Join': join,
  'Fn::Sub': substitute,
  'Fn::Select': select,
  'Fn::Split': split,
  'Fn::If': choose,
  'Fn::ImportValue': () => {
    throw new Error('Fn::ImportValue is not emulated: pass a name or an ARN to the other stack instead');
  },
};

/** The value with all intrinsic functions replaced by what they stand for, and AWS::NoValue left out. */
export function resolveIntrinsics(value: unknown, references: References): unknown {
  if (Array.isArray(value)) {
    return value.map((each) => resolveIntrinsics(each, references)).filter((each) => each !== undefined);
  }
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value);
  const [key, argument] = entries[0] ?? [''];
  if (entries.length === 1 && (key === 'Ref' || key.startsWith('Fn::'))) {
    const intrinsic = Object.hasOwn(INTRINSICS, key) ? INTRINSICS[key] : undefined;
    if (!intrinsic) throw new Error(`${key} is not emulated: add it to local/template/intrinsics.ts`);
    return intrinsic(argument, references);
  }
  const resolved = entries.map(([name, each]) => [name, resolveIntrinsics(each, references)] as const);
  return Object.fromEntries(resolved.filter(([, each]) => each !== undefined));
}

function getAttribute(argument: unknown, { attribute }: References): string {
  const path = Array.isArray(argument) ? argument.map(text).join('.') : text(argument);
  const dot = path.indexOf('.');
  if (dot < 0) throw new Error(`Fn::GetAtt takes a logical id and an attribute, not "${path}"`);
  return attribute(path.slice(0, dot), path.slice(dot + 1));
}

function join(argument: unknown, references: References): string {
  const [delimiter, parts] = list(argument);
  return list(resolveIntrinsics(parts, references)).map(text).join(text(delimiter));
}

function substitute(argument: unknown, references: References): string {
  const [template, given = {}] = Array.isArray(argument) ? (argument as unknown[]) : [argument];
  const variables = resolveIntrinsics(given, references) as JsonObject;
  return text(template).replaceAll(/\$\{([^}]*)\}/g, (whole, expression: string) => {
    if (expression.startsWith('!')) return whole.replace('!', '');
    const name = expression.trim();
    if (Object.hasOwn(variables, name)) return text(variables[name]);
    return text(name.includes('.') ? getAttribute(name, references) : references.ref(name));
  });
}

function select(argument: unknown, references: References): unknown {
  const [index, values] = list(resolveIntrinsics(argument, references));
  const chosen = list(values)[Number(index)];
  if (chosen === undefined) throw new Error(`Fn::Select finds nothing at ${text(index)}`);
  return chosen;
}

function split(argument: unknown, references: References): string[] {
  const [delimiter, whole] = list(resolveIntrinsics(argument, references));
  return text(whole).split(text(delimiter));
}

function choose(argument: unknown, references: References): unknown {
  const [condition, then, otherwise] = list(argument);
  return resolveIntrinsics(references.condition(text(condition)) ? then : otherwise, references);
}

function text(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return `${value}`;
  throw new Error(`${JSON.stringify(value) ?? 'AWS::NoValue'} stands where a text is wanted`);
}

function list(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  throw new Error(`${JSON.stringify(value) ?? 'AWS::NoValue'} stands where a list is wanted`);
}
