import { Buffer } from 'node:buffer';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ECS_EVENTS } from '#lambdas/contracts/ecs-tables.ts';
import { EcsEvent } from '#lambdas/ecs-history/ecs-event.ts';
import { type EcsRow, toRow } from '#lambdas/ecs-history/to-row.ts';
import { batchHandler } from '#lambdas/runtime/batch-handler.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';
import { parseBody } from '#lambdas/runtime/parse-body.ts';
import { fromNdjson, toNdjson } from '#lambdas/runtime/tables/ndjson.ts';
import { aTaskStop } from '#test/ecs-history/an-ecs-event.ts';
import { aBatch, aRecord } from '#test/runtime/a-record.ts';
import { logLines } from '#test/runtime/log-lines.ts';

const SECRET = 'hunter2-of-the-harbour';
const FIELDS = Object.keys(EcsEvent.shape.detail.shape);
const READ = ['containers', 'healthChecks', ...FIELDS];

const some = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }), fc.maxSafeInteger());
const lists = fc.array(fc.dictionary(fc.constantFrom('name', 'exitCode', 'reason', 'type', 'status'), some));
const fields = fc.dictionary(fc.constantFrom(...READ, '__proto__'), fc.oneof(some, lists));
const detail = fc.oneof(fc.jsonValue(), fields);
const envelope = fc.record(
  { id: some, time: some, region: some, resources: some, 'detail-type': some },
  { requiredKeys: [] },
);
const anyEvent = fc.oneof(
  fc.jsonValue(),
  fc.tuple(detail, envelope).map(([detail, over]) => ({ ...aTaskStop(), detail, ...over })),
  fc.tuple(fields, envelope).map(([given, over]) => ({ ...aTaskStop(given), ...over })),
);
const rowOf = (event: unknown) => toRow(parseBody(EcsEvent, JSON.stringify(event)));

function rowOrRefusal(event: unknown): EcsRow | undefined {
  try {
    return rowOf(event);
  } catch (error) {
    expect(error).toBeInstanceOf(PermanentError);
    return undefined;
  }
}

test('any JSON is a row or a refusal, and a row comes back from NDJSON as it was', async () => {
  await fc.assert(
    fc.asyncProperty(anyEvent, async (event) => {
      const row = rowOrRefusal(event);
      if (!row) return;
      const cells = ECS_EVENTS.columns.map(({ name }) => row[name]);
      expect(Object.keys(row).sort()).toEqual(ECS_EVENTS.columns.map(({ name }) => name).sort());

      const chunks: Uint8Array[] = [];
      for await (const chunk of toNdjson(ECS_EVENTS, [[cells]])) chunks.push(chunk);
      const read = [];
      for await (const rows of fromNdjson(ECS_EVENTS, chunks)) read.push(...rows);
      expect(read).toEqual([cells]);
      expect(Buffer.concat(chunks).length).toBeLessThan(200_000);
    }),
    { numRuns: 500 },
  );
});

test('the detail of a task never makes it unreadable', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...READ), fc.oneof(some, lists)), (given) => {
      expect(rowOf({ ...aTaskStop(), detail: given })).toMatchObject({ account_id: '111122223333' });
    }),
  );
});

/** The secret at any depth, as a value and as a name. */
const secretive = fc
  .letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(SECRET, `x=${SECRET}`),
      fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('value', 'environment', 'name', SECRET), tie('node'), { maxKeys: 3 }),
    ),
  }))
  .node.filter((value) => JSON.stringify(value).includes(SECRET));
const unread = fc.string({ minLength: 1 }).filter((name) => !READ.includes(name) && name !== '__proto__');

test('nothing of overrides, nor of any field that is not read, is in a row, in the log or in an error', async () => {
  const lines = logLines();
  await fc.assert(
    fc.asyncProperty(secretive, unread, fc.boolean(), async (hidden, name, isReadable) => {
      const environment = [{ name: 'PASSWORD', value: SECRET }];
      const overrides = { containerOverrides: [{ name: 'deck', environment, command: [SECRET], x: hidden }] };
      const containers = [{ name: 'deck', exitCode: 1, environment, [name]: hidden }];
      const odd = ['name', 'exitCode', 'reason', 'imageDigest'].includes(name) ? {} : { containers };
      const event = {
        ...aTaskStop({ overrides, [name]: hidden, environment, ...odd }),
        environment: hidden,
        ...(isReadable ? {} : { account: undefined }),
      };
      const rows: EcsRow[] = [];
      const handler = batchHandler(
        (body) => toRow(parseBody(EcsEvent, body)),
        async (some) => void rows.push(...some),
        async () => {},
      );
      await handler(aBatch({ ...aRecord(JSON.stringify(event)), messageId: 'm-1' }));

      expect(rows).toHaveLength(isReadable ? 1 : 0);
      expect(JSON.stringify(rows)).not.toContain(SECRET);
    }),
  );

  expect(lines.length).toBeGreaterThan(0);
  expect(lines.join()).not.toContain(SECRET);
});
