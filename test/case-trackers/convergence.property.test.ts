import fc from 'fast-check';
import { expect, test } from 'vitest';
import { githubWords } from '#lambdas/case-trackers/github/github-words.ts';
import { caseView } from '#lambdas/case-trackers/mirror/case-view.ts';
import { caseMarker } from '#lambdas/contracts/support/tracker-markers.ts';
import { fault, play, type Step, step } from './play-cases.ts';

const CHANGES_TEXTS = new Set<Step['kind']>(['edit', 'withhold']);
const STATES = ['to-do', 'in-progress', 'waiting-for-us'];
const markerOf = (body: string) => body.split('\n')[0] ?? '';

test('after any changes, with triggers lost, doubled, late or side by side, calls that fail before or after their effect, and runs killed anywhere, one sweep makes the tracker say what the case says', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 15 }),
      fc.array(fault, { maxLength: 8 }),
      async (steps, faults) => {
        const { world, items } = await play(steps, faults);
        for (const row of world.cases.values()) {
          const found = items.filter(({ body }) => body.startsWith(caseMarker(row)));
          expect(found).toHaveLength(1);
          const [item] = found;
          const url = `https://console.example/${row.displayId}`;
          const view = caseView(row, world.threads.get(row.thread.redacted), {
            accountName: row.account,
            url,
            text: 'full',
          });
          expect({ title: item?.title, body: item?.body }).toMatchObject({
            title: githubWords.item(view).title,
            body: githubWords.item(view).body,
          });
          expect(item?.isClosed).toBe(row.status === 'resolved');
          const label = githubWords.label(view);
          expect(item?.labels.filter((one) => STATES.includes(one))).toEqual(label ? [label] : []);

          const comments = item?.comments ?? [];
          const markers = comments.map(({ body }) => markerOf(body));
          expect(new Set(markers).size).toBe(markers.length);
          const goal = githubWords.notes(view);
          const bodies = comments.map(({ body }) => body);
          expect(bodies.toSorted()).toEqual(goal.map(({ text }) => text).toSorted());
          // What was taken out of a text puts that to the end: the former one is gone with its history.
          const isEdited = steps.some(({ kind }) => CHANGES_TEXTS.has(kind));
          if (!isEdited) expect(bodies).toEqual(goal.map(({ text }) => text));
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('two runs over one change write each comment once, whatever call fails', async () => {
  const steps: Step[] = [
    { kind: 'answer', which: 0, trigger: 'side by side', after: 0, turns: [0, 1, 2] },
    { kind: 'long', which: 0, trigger: 'side by side', after: 0, turns: [2, 1] },
    { kind: 'resolve', which: 0, trigger: 'told', after: 0, turns: [0] },
  ];
  for (const how of ['fails before', 'fails after', 'late', 'killed before', 'killed after'] as const) {
    for (let at = 1; at <= 90; at += 1) {
      const { items } = await play(steps, [{ at, how }]);
      expect(items).toHaveLength(2);
      expect(items.map(({ comments }) => comments.length).toSorted((a, b) => a - b)).toEqual([1, 5]);
    }
  }
});
