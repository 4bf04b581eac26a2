import { answerCase } from '#lambdas/case-trackers/answer/answer-case.ts';
import type { AnswerPorts, Heeded } from '#lambdas/case-trackers/answer/answer-ports.ts';
import type { AnswerRow } from '#lambdas/case-trackers/answer/answer-row.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';
import { type Call, memoryTracker } from '#test/case-trackers/memory-tracker.ts';

const ACCOUNT = '111122223333';
const DISPLAY_ID = '176962049400621';
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
  const state = { now: START, faults: [] as Fault[], calls: 0, isDead: false };
  const call: Call = async (_name, work) => {
    if (state.isDead) throw new RetryLaterError('Killed');
    state.calls += 1;
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
    /** That a message is refused, and the rest not. */
    refusesReply: false,
    messages: [] as { body: string; at: string }[],
    resolved: 0,
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
      reply: (_caseId, body) =>
        call('reply', () => {
          refuse();
          if (aws.refusesReply) throw new Refused('no-role');
          aws.messages.unshift({ body, at: now().toISOString() });
          if (aws.repliesReopen && aws.status === 'resolved') aws.status = 'reopened';
        }),
      resolve: () =>
        call('resolve', () => {
          aws.status = 'resolved';
          aws.resolved += 1;
        }),
    }),
    refusalOf: (error) => (error instanceof Refused ? (error.message as 'no-role') : undefined),
    now,
  };
  const item = { id: 'i1', url: '' };
  const rules = { actors: ['hanako'], perHour: 50 };
  const comments = () => items[0]?.comments ?? [];
  let ids = 0;
  return {
    state,
    ports,
    tracker,
    aws,
    rows,
    rules,
    comments,
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
      const { memory } = tracker;
      if (!memory) throw new Error('It has one');
      const one = { account: ACCOUNT, tracker: 'ops', displayId: DISPLAY_ID, item };
      await answerCase(one, { tracker, memory, rules }, ports);
    },
    pass: (milliseconds: number) => {
      state.now += milliseconds;
    },
  };
}
