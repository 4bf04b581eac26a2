import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tracker } from '#lambdas/case-trackers/tracker.ts';
import { LimitedError } from '#lambdas/case-trackers/tracker-errors.ts';
import { caseMarker, noteMarker } from '#lambdas/contracts/support/tracker-markers.ts';
import { aMessage, aView } from './a-view.ts';

/** A tracker with its counterpart on the wire. */
export type Bench = {
  tracker: Tracker;
  /** Texts of comments or events that arrived, oldest first; each once, however often it came. */
  arrived: () => string[];
  /** The next request fails: without an effect, or with one that nobody hears of; or the tracker wants its peace. */
  failNext: (how: 'refused' | 'lost' | 'limited') => void;
  /** Puts a file beside the comments of the tracker; gives the text that links to it. Absent: it has no files to give. */
  drop?: (name: string, bytes: Buffer) => string;
  close: () => Promise<void>;
};

const LONG = '長い本文です。@hanako #1\n'.repeat(2500);
const EARLY = '2020-01-01T00:00:00.000Z';

/** What every tracker has to pass. */
export function trackerContract(kind: string, open: () => Promise<Bench>): void {
  describe(`${kind} as a tracker`, () => {
    let bench: Bench;
    beforeAll(async () => {
      bench = await open();
    });
    afterAll(() => bench.close());

    const openCase = async (displayId: string) => {
      const text = bench.tracker.words.item(aView({ displayId }));
      return { text, item: await bench.tracker.openItem(text, { id: `open-${displayId}`, text: text.body }) };
    };

    test('takes an item, and comments of any length in any script, whole and in order', async () => {
      const { item } = await openCase('1');
      const messages = [
        aMessage({}, 'First.'),
        aMessage({ key: 'k2' }, LONG),
        aMessage({ key: 'k3' }, 'Last.'),
      ];
      const notes = bench.tracker.words.notes(aView({ displayId: '1', messages }));
      const before = bench.arrived().length;
      for (const { name, text } of notes)
        await bench.tracker.addComment(item, { id: `note-${name.replace('/', '-')}`, text });

      expect(notes.length).toBeGreaterThan(3);
      expect(bench.arrived().slice(before)).toEqual(notes.map(({ text }) => text));
      const signs = notes.flatMap(({ text }) => text.match(/長い本文です。/g) ?? []);
      expect(signs).toHaveLength(2500);
    });

    test('keeps the same words for the same case, and other names for other notes', () => {
      const view = aView({ messages: [aMessage({}, LONG), aMessage({ key: 'k2' })] });
      const { words } = bench.tracker;

      expect(words.notes(view)).toEqual(words.notes(structuredClone(view)));
      expect(words.item(view)).toEqual(words.item(structuredClone(view)));
      const names = words.notes(view).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    });

    test('tells of a withheld case its number, its account and its status only', () => {
      const { facts: _facts, subject: _subject, ...least } = aView({ messages: [] });
      const { words } = bench.tracker;
      const told = JSON.stringify([
        words.item(least),
        words.notes(least),
        words.state(least),
        words.label(least),
      ]);

      expect(told).toContain('176962049400621');
      for (const word of ['does not start', 'high', 'amazon-ec2', 'using-ec2', '2026-11-20'])
        expect(told).not.toContain(word);
    });

    test('says that it was refused, that nobody knows, and that it wants its peace', async () => {
      const { item } = await openCase('2');
      const add = (id: string) =>
        bench.tracker.addComment(item, { id, text: bench.tracker.words.withdrawn(id, aView()) });
      for (const how of ['refused', 'lost'] as const) {
        bench.failNext(how);
        await expect(add(`fails-${how}`)).rejects.toMatchObject({ name: 'RetryLaterError' });
      }
      bench.failNext('limited');
      const limited = await add('fails-limited').catch((error: unknown) => error);

      expect(limited).toBeInstanceOf(LimitedError);
      expect((limited as LimitedError).afterSeconds).toBeGreaterThanOrEqual(1);
    });

    test('never shows a comment twice whose answer was lost', async () => {
      const { item } = await openCase('3');
      const { tracker } = bench;
      const text = tracker.words.withdrawn('lost', aView());
      const before = bench.arrived().length;
      bench.failNext('lost');
      await tracker.addComment(item, { id: 'lost', text }).catch(() => undefined);
      const found = (await tracker.memory?.comments(item, EARLY))?.some(({ body }) =>
        body.startsWith(noteMarker('lost')),
      );
      if (!found) await tracker.addComment(item, { id: 'lost', text });

      expect(bench.arrived().length - before).toBe(1);
    });

    test('closes and opens again, and where it cannot be asked says so each time', async () => {
      const { item } = await openCase('4');
      const { tracker } = bench;
      const before = bench.arrived().length;
      const seen: unknown[] = [];
      for (const isClosed of [true, false, true]) {
        const view = aView({ displayId: '4', state: isClosed ? 'done' : 'in-progress' });
        const id = `state-${seen.length}`;
        await tracker.setState(item, { isClosed }, { id, text: tracker.words.state(view) });
        const told = bench.arrived()[before + seen.length]?.includes('"done"');
        seen.push(tracker.memory ? (await tracker.memory.readItem(item)).isClosed : told);
      }

      expect(seen).toEqual([true, false, true]);
    });

    test('gives files that a text links to, byte for byte, or says that it has none', async () => {
      const { drop, tracker } = bench;
      if (!drop) return expect(tracker.memory ?? {}).not.toHaveProperty('files');
      const bytes = Buffer.from([0, 1, 2, 255]);
      const linked = tracker.memory?.files?.linkedIn(`See ${drop('core 1.zip', bytes)}, it fails.`);
      const [file] = linked?.files ?? [];
      const read = file && (await tracker.memory?.files?.read(file, 4));

      expect(linked?.text).toBe('See core 1.zip, it fails.');
      expect(read).toEqual({ name: 'core 1.zip', bytes });
      expect(file && (await tracker.memory?.files?.read(file, 3))).toBe('file-too-big');
      const gone = file && { ...file, url: file.url.replace(/\d+/, '999999') };
      expect(gone && (await tracker.memory?.files?.read(gone, 4))).toBe('file-missing');
      expect(tracker.memory?.files?.linkedIn('See https://example.com/core.zip').files).toEqual([]);
    });

    test('with a memory finds what it has, and changes it', async () => {
      const { memory } = bench.tracker;
      if (!memory) return expect(bench.tracker).not.toHaveProperty('memory');
      const { item, text } = await openCase('5');
      const name = { account: '111122223333', displayId: '5' };
      const id = await bench.tracker.addComment(item, { id: 'c', text: `${noteMarker('c')}\nOne` });

      expect(await memory.findItem(caseMarker(name), EARLY)).toMatchObject({
        id: item.id,
        title: text.title,
        isClosed: false,
      });
      expect(await memory.findItem(caseMarker({ ...name, displayId: '55' }), EARLY)).toBeUndefined();
      await memory.editItem(item, { title: 'Another', body: 'Another body' });
      expect(await memory.readItem(item)).toMatchObject({ title: 'Another', body: 'Another body' });
      const changed = (await memory.changedComments(EARLY)).filter((one) => one.item === item.id);
      expect(changed).toMatchObject([{ body: `${noteMarker('c')}\nOne` }]);
      expect(Date.parse(changed[0]?.changedAt ?? '')).toBeGreaterThan(0);
      expect(await memory.changedComments('2999-01-01T00:00:00.000Z')).toEqual([]);
      expect((await memory.readComment(item, id))?.body).toContain('One');
      expect(await memory.comments(item)).toMatchObject([{ id, author: await memory.ownLogin() }]);
      expect(await memory.readComment(item, '999999999')).toBeUndefined();
      await memory.removeComment(item, id);
      await memory.removeComment(item, id);
      expect(await memory.readComment(item, id)).toBeUndefined();
    });
  });
}
