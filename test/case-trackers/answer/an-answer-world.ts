import { answerCase } from '#lambdas/case-trackers/answer/answer-case.ts';
import type { AnswerPorts, Heeded } from '#lambdas/case-trackers/answer/answer-ports.ts';
import type { AnswerRow } from '#lambdas/case-trackers/answer/answer-row.ts';
import type { FileTrouble } from '#lambdas/case-trackers/attach/file-trouble.ts';
import type { FileContent, TrackerFiles } from '#lambdas/case-trackers/attach/tracker-files.ts';
import { githubFileLinks } from '#lambdas/case-trackers/github/file-links.ts';
import type { TrackerMemory } from '#lambdas/case-trackers/tracker.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';
import { type Call, memoryTracker } from '#test/case-trackers/memory-tracker.ts';

const ACCOUNT = '111122223333';
const DISPLAY_ID = '176962049400621';
const PLACE = { apiUrl: 'https://api.github.com', repository: 'example/cloud-support' };
const START = Date.parse('2026-11-23T03:00:00.000Z');

/** Calls of a first run until AWS is asked: rows twice, the mark of heeding, comments; the row, its lease; the case, that it is asked. */
export const THE_CALL = 9;

class Refused extends Error {
  override name = 'Refused';
}

/** How a call fails: before or after its effect; `killed`: nothing of the run goes on. */
export type Fault = { at: number; how: 'before' | 'after' | 'killed before' | 'killed after' };

/** A case of AWS, an item of a tracker and what Reeve keeps, in memory. */
export async function anAnswerWorld() {
  const state = {
    now: START,
    faults: [] as Fault[],
    calls: 0,
    isDead: false,
    onCall: async (_name: string): Promise<void> => {},
  };
  const call: Call = async (name, work) => {
    if (state.isDead) throw new RetryLaterError('Killed');
    state.calls += 1;
    await state.onCall(name);
    const fault = state.faults.find(({ at }) => at === state.calls);
    state.isDead = fault?.how.startsWith('killed') === true;
    if (fault?.how.endsWith('before')) throw new RetryLaterError('It failed');
    const result = work();
    if (fault) throw new RetryLaterError('It failed, or so it seems');
    return result;
  };
  const now = () => new Date(state.now);
  const { tracker, items } = memoryTracker(call, now);
  await tracker.openItem({ title: 'A case', body: 'It fails', labels: [] }, { id: 'i', text: '' });
  const aws = {
    status: 'work-in-progress',
    repliesReopen: false,
    isKnown: true,
    isAway: false,
    refusesWith: undefined as 'no-role' | 'no-plan' | undefined,
    messages: [] as { body: string; at: string; files: FileContent[] }[],
    uploads: new Map<string, FileContent & { looks: number }>(),
    /** How often AWS says that it still looks at a file. */
    looks: 1,
    /** Names of files that it does not take. */
    refuses: [] as string[],
    /** That a message is refused, and the rest not. */
    refusesReply: false,
    resolved: 0,
  };
  /** Of the tracker, by address. */
  const kept = new Map<string, Uint8Array | FileTrouble>();
  const files: TrackerFiles = {
    linkedIn: (text) => githubFileLinks(text, PLACE),
    read: ({ url, name }) =>
      call('readFile', () => {
        const found = kept.get(url) ?? 'file-missing';
        return typeof found === 'string' ? found : { name, bytes: found };
      }),
  };
  const rows = new Map<string, AnswerRow>();
  const heeded = new Map<string, Heeded>();
  const win = (present: number, before: number) => {
    if (present !== before) throw new RetryLaterError('Another has written the row meanwhile');
  };
  const refuse = () => {
    if (aws.isAway) throw new RetryLaterError('AWS is away');
    if (aws.refusesWith) throw new Refused(aws.refusesWith);
  };
  const ports: AnswerPorts = {
    answersOf: () => call('answersOf', () => structuredClone([...rows.values()])),
    writeAnswer: (row, before) =>
      call('writeAnswer', () => {
        win(rows.get(row.comment)?.version ?? 0, before);
        rows.set(row.comment, JSON.parse(JSON.stringify(row)) as AnswerRow);
      }),
    heededOf: ({ displayId }) => call('heededOf', () => heeded.get(displayId)),
    writeHeeded: ({ displayId }, until, before) =>
      call('writeHeeded', () => {
        win(heeded.get(displayId)?.version ?? 0, before);
        heeded.set(displayId, { until, version: before + 1 });
      }),
    openWriter: async () => ({
      readCase: (displayId) =>
        call('readCase', () => {
          refuse();
          return aws.isKnown && displayId === DISPLAY_ID
            ? { caseId: 'case-1', status: aws.status }
            : undefined;
        }),
      ownMessages: async function* (_caseId, since) {
        yield* await call('ownMessages', () =>
          aws.messages.filter(({ at }) => at >= since).map(({ body }) => body),
        );
      },
      upload: (name, bytes) =>
        call('upload', () => {
          const id = `u${String(aws.uploads.size)}`;
          aws.uploads.set(id, { name, bytes, looks: aws.looks });
          return id;
        }),
      uploadState: (id) =>
        call('uploadState', () => {
          const file = aws.uploads.get(id);
          if (!file) throw new RetryLaterError('No such upload');
          file.looks -= 1;
          if (file.looks >= 0) return 'waiting' as const;
          return aws.refuses.includes(file.name) ? ('failed' as const) : ('ready' as const);
        }),
      reply: (_caseId, body, uploads = []) =>
        call('reply', () => {
          refuse();
          if (aws.refusesReply) throw new Refused('no-role');
          const taken = uploads.map((id) => aws.uploads.get(id));
          if (taken.some((file) => file === undefined || file.looks >= 0)) throw new Error('Not ready');
          const own = taken.flatMap((file) => (file ? [{ name: file.name, bytes: file.bytes }] : []));
          aws.messages.unshift({ body, at: now().toISOString(), files: own });
          if (aws.repliesReopen && aws.status === 'resolved') aws.status = 'reopened';
        }),
      resolve: () =>
        call('resolve', () => {
          aws.status = 'resolved';
          aws.resolved += 1;
        }),
    }),
    refusalOf: (error) => (error instanceof Refused ? (error.message as 'no-role') : undefined),
    sleep: async (milliseconds) => {
      state.now += milliseconds;
    },
    now,
  };
  const item = { id: 'i1', url: '' };
  const rules = { actors: ['hanako'], perHour: 50 };
  const comments = () => items[0]?.comments ?? [];
  const hasFiles = { now: true };
  let ids = 0;
  return {
    state,
    ports,
    tracker,
    aws,
    rows,
    rules,
    comments,
    hasFiles,
    kept,
    write: (body: string, author = 'hanako') => {
      ids += 1;
      const comment = { id: `h${String(ids)}`, author, body, at: now().toISOString() };
      comments().push(comment);
      return comment;
    },
    /** What Reeve said to a comment. */
    told: ({ id }: { id: string }) =>
      comments()
        .filter(({ body }) => body.startsWith(`<!-- aws-answer:${id} -->`))
        .map(({ body }) => body),
    run: async () => {
      state.isDead = false;
      if (!tracker.memory) throw new Error('It has one');
      const memory: TrackerMemory = { ...tracker.memory, ...(hasFiles.now ? { files } : {}) };
      const one = { account: ACCOUNT, tracker: 'ops', displayId: DISPLAY_ID, item };
      await answerCase(one, { tracker, memory, rules }, ports);
    },
    pass: (milliseconds: number) => {
      state.now += milliseconds;
    },
  };
}
