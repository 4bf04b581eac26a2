import type { Condition, ConfigQuery } from './config-query.ts';

type Row = Record<string, unknown>;

/** Whether a row is what a query asks for. */
export function fulfils({ where }: ConfigQuery, row: Row): boolean {
  return where === undefined || holds(where, row);
}

/** The selected fields of a row, nested as they are in it; what a row does not have is left out. */
export function selected({ select }: ConfigQuery, row: Row): Row {
  const result: Row = {};
  for (const path of select) put(result, row, path.split('.'));
  return result;
}

function holds(condition: Condition, row: Row): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.parts.every((part) => holds(part, row));
    case 'or':
      return condition.parts.some((part) => holds(part, row));
    case 'in':
      return valuesAt(row, condition.path.split('.')).some((value) => condition.values.includes(value));
  }
}

function valuesAt(value: unknown, [name, ...rest]: string[]): string[] {
  if (Array.isArray(value))
    return value.flatMap((each) => valuesAt(each, name === undefined ? [] : [name, ...rest]));
  if (name !== undefined) return isRow(value) ? valuesAt(value[name], rest) : [];
  return ['string', 'number', 'boolean'].includes(typeof value) ? [String(value)] : [];
}

function put(target: Row, source: Row, [name = '', ...rest]: string[]): void {
  const value = source[name];
  if (value === undefined || value === null) return;
  if (rest.length === 0) target[name] = value;
  else if (Array.isArray(value)) target[name] = merged(target[name], value, rest);
  else if (isRow(value)) {
    const inner = isRow(target[name]) ? { ...target[name] } : {};
    put(inner, value, rest);
    if (Object.keys(inner).length > 0) target[name] = inner;
  }
}

/** Of each element the part that is selected, beside what of it was before. */
function merged(before: unknown, elements: unknown[], path: string[]): Row[] {
  return elements.filter(isRow).map((element, index) => {
    const known: unknown = Array.isArray(before) ? before[index] : undefined;
    const part = isRow(known) ? { ...known } : {};
    put(part, element, path);
    return part;
  });
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
