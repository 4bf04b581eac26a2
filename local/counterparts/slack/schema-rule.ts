/** Checks one JSON value and words each problem as Slack does, with the place as a JSON pointer. */
export type Rule = (value: unknown, pointer: string) => string[];

export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const problem = (message: string, pointer: string) => [`${message} [json-pointer:${pointer}]`];

/** A string of `minimum` to `maximum` UTF-16 units, which is never less strict than counting code points. */
export function characters(maximum = Number.POSITIVE_INFINITY, minimum = 1): Rule {
  return (value, pointer) => {
    if (typeof value !== 'string') return problem('must provide a string', pointer);
    if (!value.isWellFormed()) return problem('must not split a surrogate pair', pointer);
    if (value.length < minimum) return problem(`must be more than ${minimum - 1} characters`, pointer);
    if (value.length > maximum) return problem(`must be less than ${maximum + 1} characters`, pointer);
    return [];
  };
}

/** A value that passes the predicate; `message` says what was expected. */
export function satisfying(message: string, isValid: (value: unknown) => boolean): Rule {
  return (value, pointer) => (isValid(value) ? [] : problem(message, pointer));
}

export const flag = satisfying('must provide a boolean', (value) => typeof value === 'boolean');

export const choice = (...values: unknown[]): Rule =>
  satisfying(`must be one of: ${values.join(', ')}`, (value) => values.includes(value));

export const url = (maximum = 3000): Rule =>
  every(
    characters(maximum),
    satisfying('must be a valid URL', (value) => typeof value !== 'string' || URL.canParse(value)),
  );

export function list(item: Rule, { minimum = 1, maximum = Number.POSITIVE_INFINITY } = {}): Rule {
  return (value, pointer) => {
    if (!Array.isArray(value)) return problem('must provide an array', pointer);
    if (value.length < minimum) return problem(`no less than ${minimum} items allowed`, pointer);
    if (value.length > maximum) return problem(`no more than ${maximum} items allowed`, pointer);
    return value.flatMap((entry, index) => item(entry, `${pointer}/${index}`));
  };
}

/** An object with these keys and nothing else. */
export function object(required: Record<string, Rule>, optional: Record<string, Rule> = {}): Rule {
  const rules: Record<string, Rule> = { ...required, ...optional };
  return (value, pointer) => {
    if (!isObject(value)) return problem('must provide an object', pointer);
    const missing = Object.keys(required).filter((key) => !Object.hasOwn(value, key));
    return [
      ...missing.flatMap((key) => problem(`missing required field: ${key}`, pointer)),
      ...Object.entries(value).flatMap(([key, entry]) => {
        const rule = Object.hasOwn(rules, key) ? rules[key] : undefined;
        return rule?.(entry, `${pointer}/${key}`) ?? problem(`invalid additional property: ${key}`, pointer);
      }),
    ];
  };
}

/** An object whose `type` says which rule it has to follow. */
export function tagged(variants: Record<string, Rule>): Rule {
  return (value, pointer) => {
    if (!isObject(value)) return problem('must provide an object', pointer);
    const { type, ...rest } = value;
    if (typeof type !== 'string') return problem('missing required field: type', pointer);
    const rule = Object.hasOwn(variants, type) ? variants[type] : undefined;
    return rule?.(rest, pointer) ?? problem(`unsupported type: ${type}`, `${pointer}/type`);
  };
}

export function every(...rules: Rule[]): Rule {
  return (value, pointer) => rules.flatMap((rule) => rule(value, pointer));
}

/** The entries of a list do not repeat each other's `key`. */
export function unique(key: string): Rule {
  return (value, pointer) => {
    const names = (Array.isArray(value) ? value : []).map((entry: unknown) =>
      isObject(entry) ? entry[key] : undefined,
    );
    return names.flatMap((name, index) =>
      name !== undefined && names.indexOf(name) < index
        ? problem(`\`${key}\` ${JSON.stringify(name)} already exists`, `${pointer}/${index}/${key}`)
        : [],
    );
  };
}
