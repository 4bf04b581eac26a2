import { githubWords } from '#lambdas/case-trackers/github/github-words.ts';
import type { SeenItem, Tracker, TrackerMemory } from '#lambdas/case-trackers/tracker.ts';
import type { TrackerComment } from '#lambdas/contracts/support/tracker-comment.ts';

type Kept = SeenItem & { comments: TrackerComment[]; at: string };
export type Call = <Result>(name: string, work: () => Result) => Promise<Result>;

/** A tracker in memory, as a two-way one. `call` may fail before or after its effect. */
export function memoryTracker(call: Call, now: () => Date) {
  const items: Kept[] = [];
  let ids = 0;
  const itemOf = (id: string) => {
    const found = items.find((item) => item.id === id);
    if (!found) throw new Error(`No item ${id}`);
    return found;
  };
  const memory: TrackerMemory = {
    findItem: (marker, since) =>
      call('findItem', () =>
        structuredClone(items.find(({ body, at }) => body.startsWith(marker) && at >= since)),
      ),
    readItem: ({ id }) => call('readItem', () => structuredClone(itemOf(id))),
    editItem: ({ id }, { title, body }) =>
      call('editItem', () => void Object.assign(itemOf(id), { title, body })),
    comments: ({ id }, since = '') =>
      call('comments', () => structuredClone(itemOf(id).comments.filter(({ at }) => at >= since))),
    changedComments: (since) =>
      call('changedComments', () =>
        items.flatMap(({ id: item, comments }) =>
          comments.filter(({ at }) => at >= since).map(({ body, at }) => ({ item, body, changedAt: at })),
        ),
      ),
    readComment: (item, id) =>
      call('readComment', () =>
        structuredClone(itemOf(item.id).comments.find((comment) => comment.id === id)),
      ),
    removeComment: (item, id) =>
      call('removeComment', () => {
        const found = itemOf(item.id);
        found.comments = found.comments.filter((one) => one.id !== id);
      }),
    ownLogin: async () => 'reeve-bot',
  };
  const tracker: Tracker = {
    words: githubWords,
    openItem: ({ title, body, labels }) =>
      call('openItem', () => {
        ids += 1;
        const item = { id: `i${ids}`, url: `https://tracker.example/${ids}` };
        items.push({
          ...item,
          title,
          body,
          labels: [...labels],
          isClosed: false,
          comments: [],
          at: now().toISOString(),
        });
        return item;
      }),
    addComment: ({ id }, { text }) =>
      call('addComment', () => {
        ids += 1;
        itemOf(id).comments.push({ id: `c${ids}`, author: 'reeve-bot', body: text, at: now().toISOString() });
        return `c${ids}`;
      }),
    setState: ({ id }, { isClosed, addLabel, removeLabels = [] }) =>
      call('setState', () => {
        const item = itemOf(id);
        if (isClosed !== undefined) item.isClosed = isClosed;
        item.labels = item.labels.filter((label) => !removeLabels.includes(label));
        if (addLabel) item.labels.push(addLabel);
      }),
    memory,
  };
  return { tracker, items };
}
