import type { DeskPorts } from '#lambdas/alert-desk/desk-ports.ts';
import type { PartRow } from '#lambdas/alert-desk/part-row.ts';
import type { Delivery } from '#lambdas/contracts/delivery.ts';
import type { Head } from '#lambdas/contracts/ledger.ts';
import type { CheckRequest, Standing } from '#lambdas/contracts/observation.ts';
import type { DeskSettings, Mute } from '#lambdas/contracts/settings.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';

/** The fault that a test injects: a process that dies at one of its calls. */
export class Crash extends Error {}

type Fault = () => void;

/**
 * The desk's ports over maps, with the conditions of the real table. Rows are stored as text, as there, so
 * that nothing is shared with what was written. `fault` is asked before and after each call.
 */
export function inMemoryLedger(settings: DeskSettings, now: () => Date) {
  const heads = new Map<string, string>();
  const parts = new Map<string, string>();
  const deliveries: Delivery[] = [];
  const handedOn: Standing[] = [];
  const questions: (CheckRequest & { source: string })[] = [];
  const mutes: Mute[] = [];
  const counts = { headWrites: 0, partWrites: 0, failedConditions: 0 };
  let fault: Fault = () => {};

  async function call<Result>(run: () => Result): Promise<Result> {
    fault();
    const result = run();
    fault();
    return result;
  }

  function conflict(): never {
    counts.failedConditions += 1;
    throw new RetryLaterError('Row was changed meanwhile', { afterSeconds: 1 });
  }

  const parse = <Row>(text: string | undefined) =>
    text === undefined ? undefined : (JSON.parse(text) as Row);
  const partKey = (key: string, id: string) => `${key} ${id}`;

  const ports: DeskPorts = {
    readHead: (key) => call(() => parse<Head>(heads.get(key))),
    writeHead: (head, expected) =>
      call(() => {
        if ((parse<Head>(heads.get(head.key))?.revision ?? 0) !== expected) conflict();
        counts.headWrites += 1;
        heads.set(head.key, JSON.stringify(head));
      }),
    readPart: (key, id) => call(() => parse<PartRow>(parts.get(partKey(key, id)))),
    writePart: (key, part) =>
      call(() => {
        const stored = parse<PartRow>(parts.get(partKey(key, part.id)));
        if ((stored?.version ?? 0) !== part.version - 1) conflict();
        counts.partWrites += 1;
        parts.set(partKey(key, part.id), JSON.stringify(part));
      }),
    async *listParts(key, channel) {
      const keys = [...parts.keys()].filter((candidate) => candidate.startsWith(`${key} `)).sort();
      for (const candidate of keys) {
        const part = parse<PartRow>(parts.get(candidate));
        if (part && (channel === undefined || part.channels.includes(channel))) yield part;
      }
    },
    async *listOpen(scope) {
      for (const text of heads.values()) {
        const { key, status, content } = parse<Head>(text) as Head;
        if (status === 'open' && content.check && content.scope === scope) yield key;
      }
    },
    readMutes: () => call(() => [...mutes]),
    deliver: (batch) => call(() => void deliveries.push(...batch)),
    handOn: (standings) => call(() => void handedOn.push(...standings)),
    ask: (source, request) => call(() => void questions.push({ source, ...request })),
    settings,
    now,
  };

  return {
    ports,
    deliveries,
    questions,
    handedOn,
    mutes,
    counts,
    head: (key: string) => parse<Head>(heads.get(key)),
    heads: () => [...heads.values()].map((text) => JSON.parse(text) as Head),
    largestHead: () => Math.max(0, ...[...heads.values()].map((text) => Buffer.byteLength(text))),
    largestPart: () => Math.max(0, ...[...parts.values()].map((text) => Buffer.byteLength(text))),
    failWith: (next: Fault) => {
      fault = next;
    },
  };
}
