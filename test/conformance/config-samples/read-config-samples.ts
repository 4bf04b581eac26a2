import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BusEvent } from '#local/bus/bus-event.ts';

type Json = Record<string, unknown>;

/** A configuration item, in any of the forms in which AWS gives one. */
export type Item = Json & { resourceType: string; resourceId: string };

/** What a file of AWS Config holds, for whoever reads such a thing. */
export type ConfigSample = { name: string } & (
  | { kind: 'event'; event: BusEvent }
  | { kind: 'items'; items: Item[] }
  | { kind: 'rows'; rows: string[] }
  | { kind: 'managed rules'; rules: Record<string, { resourceTypes: string[] }> }
  /** Of no resource. */
  | { kind: 'silent'; why: string; json: unknown }
);

export function readConfigSamples(folder: string): ConfigSample[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((name) => ({ name, ...contentOf(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Json) }));
}

type Content = ConfigSample extends infer Sample
  ? Sample extends unknown
    ? Omit<Sample, 'name'>
    : never
  : never;

function contentOf(json: Json): Content {
  if (typeof json['detail-type'] === 'string') return { kind: 'event', event: json as unknown as BusEvent };
  if (Array.isArray(json['Results'])) return { kind: 'rows', rows: json['Results'].map(String) };
  if (isRecord(json['TAGGED'])) {
    const { TAGGED, ...others } = json;
    return { kind: 'managed rules', rules: { ...others, ...TAGGED } as never };
  }
  const items = itemsIn(json);
  if (items.length > 0) return { kind: 'items', items };
  return { kind: 'silent', why: silenceOf(json), json };
}

/** A bare item, an answer with several, what a rule is invoked with, and what AWS Config tells a topic. */
function itemsIn(json: Json): Item[] {
  if (typeof json['resourceType'] === 'string' && 'configuration' in json) return [json as Item];
  if (Array.isArray(json['configurationItems'])) return json['configurationItems'] as Item[];
  const message = innerOf(json);
  const found = message?.['configurationItem'];
  return found ? ([found].flat() as Item[]) : [];
}

/** A text on the wire; documents show it unwrapped. */
function innerOf(json: Json): Json | undefined {
  const inner = json['invokingEvent'] ?? json['Message'];
  const parsed: unknown = typeof inner === 'string' ? JSON.parse(inner) : inner;
  return isRecord(parsed) ? parsed : undefined;
}

function silenceOf(json: Json): string {
  const type = innerOf(json)?.['messageType'];
  const carrier = 'invokingEvent' in json ? 'a function of a custom rule' : 'a topic';
  return typeof type === 'string' ? `${type}, which ${carrier} gets` : 'holds nothing that AWS Config says';
}

export function arnOf(item: Item): string {
  return textOf(item['ARN']) || textOf(item['arn']) || `arn:aws:sample:::${item.resourceId}`;
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A configuration is a text in some answers. */
export function recordOf(value: unknown): Record<string, unknown> {
  const parsed: unknown = typeof value === 'string' ? JSON.parse(value) : value;
  return parsed !== null && typeof parsed === 'object' ? (parsed as Record<string, unknown>) : {};
}

function isRecord(value: unknown): value is Json {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
