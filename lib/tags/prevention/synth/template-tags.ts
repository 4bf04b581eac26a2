/**
 * The tags of a resource in a template. Undefined as a value: it is known only when the stack is deployed.
 * `isOpen`: there may be more of them, which nobody can see before.
 */
export type TemplateTags = { tags: Record<string, string | undefined>; isOpen: boolean };

const NONE: TemplateTags = { tags: {}, isOpen: false };
const OPEN: TemplateTags = { tags: {}, isOpen: true };

/** Tags as templates hold them: a list of keys and values, a map, or a function that gives either. */
export function readTemplateTags(value: unknown): TemplateTags {
  if (value === undefined || value === null) return NONE;
  if (Array.isArray(value)) return join(value.map(readEntry));
  if (typeof value !== 'object') return OPEN;
  const intrinsic = intrinsicOf(value);
  if (intrinsic) return readIntrinsic(intrinsic, readTemplateTags);
  return {
    tags: Object.fromEntries(Object.entries(value).map(([key, text]) => [key, textOf(text)])),
    isOpen: false,
  };
}

function readEntry(entry: unknown): TemplateTags {
  if (entry === null || typeof entry !== 'object') return OPEN;
  const intrinsic = intrinsicOf(entry);
  if (intrinsic) return readIntrinsic(intrinsic, readEntry);
  const { Key: key, Value: value } = entry as { Key?: unknown; Value?: unknown };
  return typeof key === 'string' ? { tags: { [key]: textOf(value) }, isOpen: false } : OPEN;
}

/** Which branch of a condition holds is not known: so its keys count as there, and its values as unknown. */
function readIntrinsic(
  { name, argument }: { name: string; argument: unknown },
  read: (value: unknown) => TemplateTags,
): TemplateTags {
  if (name === 'Ref' && argument === 'AWS::NoValue') return NONE;
  if (name !== 'Fn::If' || !Array.isArray(argument)) return OPEN;
  const { tags, isOpen } = join(argument.slice(1).map(read));
  return { tags: Object.fromEntries(Object.keys(tags).map((key) => [key, undefined])), isOpen };
}

function join(all: TemplateTags[]): TemplateTags {
  return {
    tags: Object.fromEntries(all.flatMap(({ tags }) => Object.entries(tags))),
    isOpen: all.some(({ isOpen }) => isOpen),
  };
}

function intrinsicOf(value: object): { name: string; argument: unknown } | undefined {
  const [first, ...others] = Object.entries(value as Record<string, unknown>);
  if (!first || others.length > 0) return undefined;
  const [name, argument] = first;
  return name === 'Ref' || name.startsWith('Fn::') ? { name, argument } : undefined;
}

/** CloudFormation makes text of numbers and switches. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
