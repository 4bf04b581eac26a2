import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BusEvent } from '#local/bus/bus-event.ts';

/** An event to replay as it is; `remarks` tell what is odd about it and what the reader had to add. */
export type Sample = { name: string; event: BusEvent; remarks: string[] };

type Json = Record<string, unknown>;

/** Of a bare detail: that of the hub in reeve.config.ts. */
const PLACE = { account: '222233334444', region: 'eu-central-1' };

/** The samples of a service: whole events, entries of PutEvents, or bare details of AWS Health. */
export function readSamples(folder: string): Sample[] {
  return jsonFiles(folder).map(({ name, json }) => toSample(name, json as Json));
}

/** Of our own: what AWS does not send, and what must not get lost all the same. */
export function unreadableSample(): Sample {
  const event = toSample('an event of our own', { service: 'EC2' }).event;
  return { name: 'an event of our own', event: { ...event, time: 'yesterday' }, remarks: ['odd time'] };
}

/** The whole events among the files of a folder and its subfolders, and how many files hold none. */
export function readEvents(folder: string): { events: BusEvent[]; filesWithout: number } {
  const found = jsonFiles(folder).map(({ json }) => [json].flat().filter(isEvent));
  return { events: found.flat(), filesWithout: found.filter((events) => events.length === 0).length };
}

function jsonFiles(folder: string): { name: string; json: unknown }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ name, json: JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown }));
}

function toSample(name: string, json: Json): Sample {
  if (isEvent(json)) return { name, event: json, remarks: defectsOf(json) };
  const envelope = { version: '0', id: randomUUID(), ...PLACE };
  if (typeof json['DetailType'] === 'string') {
    const event = {
      ...envelope,
      'detail-type': json['DetailType'],
      source: json['Source'],
      time: json['Time'],
      resources: json['Resources'] ?? [],
      detail: JSON.parse(String(json['Detail'])) as unknown,
    } as BusEvent;
    return {
      name,
      event,
      remarks: ['an entry of PutEvents: id, account and region added', ...defectsOf(event)],
    };
  }
  const time = `${new Date().toISOString().slice(0, 19)}Z`;
  const words = { 'detail-type': 'AWS Health Event', source: 'aws.health', time, resources: [] };
  return { name, event: { ...envelope, ...words, detail: json }, remarks: ['a bare detail: envelope added'] };
}

function isEvent(json: unknown): json is BusEvent {
  if (typeof json !== 'object' || json === null) return false;
  return ['detail-type', 'source'].every((key) => typeof (json as Json)[key] === 'string');
}

const EXPECTED: Record<string, RegExp> = {
  id: /^"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"$/,
  account: /^"\d{12}"$/,
  time: /^"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"$/,
  region: /^"([a-z]{2}(-[a-z]+)+-\d|global)"$/,
};

/** What AWS would not send; nothing of it is mended. */
function defectsOf(event: BusEvent): string[] {
  const odd = Object.entries(EXPECTED)
    .filter(([key, form]) => !form.test(JSON.stringify(event[key as keyof BusEvent]) ?? ''))
    .map(([key]) => `odd ${key}`);
  return [...odd, ...(Array.isArray(event.resources) ? [] : ['no resources'])];
}
