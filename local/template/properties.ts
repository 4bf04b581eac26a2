import { isJsonObject, type JsonObject } from './json-object.ts';

/** Makes the error for a problem with the property of this path. */
type Refuse = (property: string, problem: string) => Error;

/**
 * Reads the resolved properties of a resource, and knows afterwards which of them nobody asked for: those
 * are not emulated. An object that is absent reads as an empty one.
 */
export class Properties {
  readonly #values: JsonObject;
  readonly #path: string;
  readonly #refuse: Refuse;
  readonly #asked = new Set<string>();
  readonly #nested: Properties[] = [];

  constructor(values: JsonObject, refuse: Refuse, path = '') {
    this.#values = values;
    this.#refuse = refuse;
    this.#path = path;
  }

  has(name: string): boolean {
    return this.#values[name] !== undefined;
  }

  string(name: string, fallback?: string): string {
    return this.optionalString(name) ?? fallback ?? this.#missing(name);
  }

  optionalString(name: string): string | undefined {
    const value = this.#take(name);
    if (value === undefined || typeof value === 'string') return value;
    // CloudFormation takes a number or a boolean for a text, and the other way round.
    if (typeof value === 'number' || typeof value === 'boolean') return `${value}`;
    throw this.refusal(name, 'is not a text');
  }

  number(name: string, fallback?: number): number {
    return this.optionalNumber(name) ?? fallback ?? this.#missing(name);
  }

  optionalNumber(name: string): number | undefined {
    const text = this.optionalString(name);
    if (text === undefined) return undefined;
    if (text.trim() === '' || Number.isNaN(Number(text))) throw this.refusal(name, 'is not a number');
    return Number(text);
  }

  boolean(name: string, fallback = false): boolean {
    const text = this.string(name, `${fallback}`);
    if (text !== 'true' && text !== 'false') throw this.refusal(name, 'is neither true nor false');
    return text === 'true';
  }

  strings(name: string): string[] {
    const values = this.#list(name);
    if (!values.every((value) => typeof value === 'string'))
      throw this.refusal(name, 'is not a list of texts');
    return values;
  }

  /** A document that is passed on as it is. */
  json(name: string): JsonObject {
    return this.#object(name, this.#take(name) ?? this.#missing(name));
  }

  /** A map whose keys are the template's own. */
  stringMap(name: string): Record<string, string> {
    const value = this.#take(name);
    const entries = Object.entries(value === undefined ? {} : this.#object(name, value));
    return Object.fromEntries(entries.map(([key, each]) => [key, String(each)]));
  }

  /** The same, or a text of JSON that holds one. */
  jsonMap(name: string): Record<string, string> {
    const value = this.#values[name];
    if (typeof value !== 'string') return this.stringMap(name);
    this.#take(name);
    const parsed = this.#object(name, JSON.parse(value));
    return Object.fromEntries(Object.entries(parsed).map(([key, each]) => [key, String(each)]));
  }

  object(name: string): Properties {
    return this.#child(name, this.#take(name) ?? {});
  }

  objects(name: string): Properties[] {
    return this.#list(name).map((value) => this.#child(name, value));
  }

  /** The error that refuses a property for what it says. */
  refusal(name: string, problem: string): Error {
    return this.#refuse(`${this.#path}${name}`, problem);
  }

  /** The paths of all properties that nobody asked for. */
  unread(): string[] {
    const own = Object.keys(this.#values).filter((name) => !this.#asked.has(name));
    return [...own.map((name) => `${this.#path}${name}`), ...this.#nested.flatMap((each) => each.unread())];
  }

  #take(name: string): unknown {
    this.#asked.add(name);
    return this.#values[name];
  }

  #missing(name: string): never {
    throw this.refusal(name, 'is missing');
  }

  #list(name: string): unknown[] {
    const value = this.#take(name) ?? [];
    if (!Array.isArray(value)) throw this.refusal(name, 'is not a list');
    return value;
  }

  #object(name: string, value: unknown): JsonObject {
    if (!isJsonObject(value)) throw this.refusal(name, 'is not an object');
    return value;
  }

  #child(name: string, value: unknown): Properties {
    const child = new Properties(this.#object(name, value), this.#refuse, `${this.#path}${name}.`);
    this.#nested.push(child);
    return child;
  }
}
