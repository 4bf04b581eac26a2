import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AConsole, aConsole } from '#test/local/console/a-console.ts';

type Update = {
  steps: { id: number; stage: string; text: string }[];
  changes?: { channel: string; kind: string; text: string }[];
};

let console: AConsole;
beforeAll(async () => {
  console = await aConsole();
});
afterAll(() => console.stop());

type Wanted = (update: Update) => boolean;

/** Reads updates from the open page until each of what is wanted was in one of them; gives all of them back. */
async function readUntil(wanted: Wanted[], start: () => Promise<void>): Promise<Update[]> {
  const closing = new AbortController();
  const { body } = await fetch(`${console.url}/api/updates`, { signal: closing.signal });
  const updates: Update[] = [];
  let text = '';
  let started: Promise<void> | undefined;
  for await (const chunk of body ?? []) {
    text += Buffer.from(chunk).toString();
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    updates.push(...events.map((event) => JSON.parse(/^data: (.*)$/m.exec(event)?.[1] ?? '') as Update));
    started ??= start();
    if (wanted.every((one) => updates.some(one))) break;
  }
  closing.abort();
  await started;
  return updates;
}

const hearsOf = (channel: string, kind: string) => (update: Update) =>
  update.changes?.some((change) => change.channel === channel && change.kind === kind) ?? false;

it('an open page hears of every stage on the way of an event, as it happens', async () => {
  const updates = await readUntil([hearsOf('ops', 'posted')], () => console.replay('ec2-issue'));
  const steps = updates.flatMap(({ steps }) => steps);
  const stages = [...new Set(steps.map(({ stage }) => stage))];
  expect(stages).toEqual(expect.arrayContaining(['event', 'rule', 'queue', 'function', 'ledger', 'channel']));
  expect(steps.map(({ id }) => id)).toEqual(steps.map((_, index) => (steps[0]?.id ?? 0) + index));
  expect(steps.map(({ text }) => text).join('\n')).not.toMatch(/ReeveHub-/);
});

it('a page that comes later begins with the flow so far', async () => {
  await console.cloud.settled();
  const [snapshot] = await readUntil([({ steps }) => steps.length > 0], () => Promise.resolve());
  expect(snapshot?.steps[0]).toMatchObject({ stage: 'event' });
  expect(snapshot?.steps.some(({ stage }) => stage === 'channel')).toBe(true);
});

it('an open page hears of signed deliveries and of edits', async () => {
  const wanted = [hearsOf('audit', 'posted'), hearsOf('ops', 'edited')];
  const updates = await readUntil(wanted, () => console.replay('ec2-issue'));
  expect(wanted.map((one) => updates.some(one))).toEqual([true, true]);
});
