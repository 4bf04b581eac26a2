import { cidrFilter } from './cidr.ts';
import type { Scalar } from './event-fields.ts';
import { InvalidPattern } from './invalid-pattern.ts';
import { numericFilter } from './numeric.ts';
import { wildcardFilter } from './wildcard.ts';

export type Filter = (value: Scalar) => boolean;
type TextTest = (text: string) => boolean;

const TEXT_TESTS: Record<string, (wanted: string) => TextTest> = {
  prefix: (wanted) => (text) => text.startsWith(wanted),
  suffix: (wanted) => (text) => text.endsWith(wanted),
  'equals-ignore-case': (wanted) => (text) => text.toLowerCase() === wanted.toLowerCase(),
  wildcard: wildcardFilter,
};

const FILTERS: Record<string, (argument: unknown) => Filter> = {
  prefix: (argument) => ofText(affix('prefix', argument)),
  suffix: (argument) => ofText(affix('suffix', argument)),
  'equals-ignore-case': (argument) => ofText(textTest('equals-ignore-case', argument)),
  wildcard: (argument) => ofText(textTest('wildcard', argument)),
  'anything-but': anythingBut,
  numeric: (argument) => {
    const test = numericFilter(argument);
    return (value) => typeof value === 'number' && test(value);
  },
  cidr: (argument) => ofText(cidrFilter(asText('cidr', argument))),
  exists: (argument) => {
    if (typeof argument !== 'boolean') throw new InvalidPattern('exists takes true or false');
    // Absence is no property of a value: the pattern asks for it where a field is missing.
    return () => argument;
  },
};

/** What one entry of a pattern's list accepts: a value itself, or a filter such as `{ "prefix": "x" }`. */
export function contentFilter(entry: unknown): Filter {
  if (Array.isArray(entry)) throw new InvalidPattern('A list of values cannot hold a list');
  if (typeof entry !== 'object' || entry === null) return (value) => value === entry;
  const [name, argument] = onlyEntry(entry);
  const filter = Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined;
  if (!filter) throw new InvalidPattern(`${name} is not a filter`);
  return filter(argument);
}

/** Whether the entry is `{ "exists": false }`. */
export function acceptsAbsence(entry: unknown): boolean {
  return typeof entry === 'object' && entry !== null && 'exists' in entry && entry.exists === false;
}

function anythingBut(argument: unknown): Filter {
  if (typeof argument === 'object' && argument !== null && !Array.isArray(argument)) {
    const [name, wanted] = onlyEntry(argument);
    const affixed = name === 'prefix' || name === 'suffix';
    const tests = asList(wanted).map((each) => {
      if (affixed && each === '') throw new InvalidPattern(`anything-but ${name} of nothing excludes all`);
      return textTest(name, each);
    });
    return (value) => typeof value !== 'string' || !tests.some((test) => test(value));
  }
  const values = asList(argument);
  const types = new Set(values.map((value) => typeof value));
  if (types.size !== 1 || !['string', 'number'].includes(typeof values[0])) {
    throw new InvalidPattern('anything-but takes strings or numbers, not both');
  }
  return (value) => !values.includes(value);
}

function affix(name: 'prefix' | 'suffix', argument: unknown): TextTest {
  if (typeof argument !== 'object' || argument === null) return textTest(name, argument);
  const [inner, wanted] = onlyEntry(argument);
  if (inner !== 'equals-ignore-case') throw new InvalidPattern(`${name} cannot hold ${inner}`);
  const test = textTest(name, asText(name, wanted).toLowerCase());
  return (text) => test(text.toLowerCase());
}

function textTest(name: string, argument: unknown): TextTest {
  const test = Object.hasOwn(TEXT_TESTS, name) ? TEXT_TESTS[name] : undefined;
  if (!test) throw new InvalidPattern(`anything-but cannot hold ${name}`);
  return test(asText(name, argument));
}

function ofText(test: TextTest): Filter {
  return (value) => typeof value === 'string' && test(value);
}

function onlyEntry(filter: object): [string, unknown] {
  const [entry, ...rest] = Object.entries(filter) as [string, unknown][];
  if (!entry || rest.length > 0) throw new InvalidPattern('A filter has exactly one key');
  return entry;
}

function asText(name: string, argument: unknown): string {
  if (typeof argument !== 'string') throw new InvalidPattern(`${name} takes a string`);
  return argument;
}

function asList(argument: unknown): unknown[] {
  const list: unknown[] = Array.isArray(argument) ? argument : [argument];
  if (list.length === 0) throw new InvalidPattern('anything-but takes at least one value');
  return list;
}
