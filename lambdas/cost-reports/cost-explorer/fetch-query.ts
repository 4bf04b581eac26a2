import type { Ask } from '#lambdas/cost-reports/cost-explorer/ask.ts';
import { mayBeBilled } from '#lambdas/cost-reports/cost-explorer/may-be-billed.ts';
import { notesOn } from '#lambdas/cost-reports/cost-explorer/notes-on.ts';
import { withToken } from '#lambdas/cost-reports/cost-explorer/page-token.ts';
import { type Question, questionsOf } from '#lambdas/cost-reports/cost-explorer/question.ts';
import type { RawPages } from '#lambdas/cost-reports/cost-explorer/raw-pages.ts';
import { refusalOf } from '#lambdas/cost-reports/cost-explorer/refusal-of.ts';
import type { RequestCounter } from '#lambdas/cost-reports/cost-explorer/request-counter.ts';
import {
  emptyAnswer,
  isComplete,
  notePage,
  repeatsToken,
  type StoredAnswer,
} from '#lambdas/cost-reports/cost-explorer/stored-answer.ts';
import type { Fetched } from '#lambdas/cost-reports/cost-source.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';

export type FetchPorts = {
  ask: Ask;
  raw: Pick<RawPages, 'write'>;
  counter: Pick<RequestCounter, 'reserve' | 'giveBack'>;
  now: () => Date;
  /** Whether there is time for one more page. */
  hasTime: () => boolean;
};

/** Errors by which AWS does not know a page token any more, or holds it for one of another question. */
const LOST_TOKEN = new Set(['InvalidNextTokenException', 'RequestChangedException', 'ValidationException']);

/**
 * Asks for what an answer lacks, page by page, and stores each page before the next. `answer` is what is stored
 * already and is never bought again; what comes back holds all of it, or says why there is none.
 */
export async function fetchQuery(
  answer: StoredAnswer,
  ports: FetchPorts,
): Promise<{ answer: StoredAnswer; fetched: Fetched }> {
  try {
    const whole = await askAnyWay(answer, ports);
    return { answer: whole, fetched: fetchedOf(whole) };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return { answer, fetched: refusal };
    throw error;
  }
}

/** Where AWS does not take the question, not even for its first page, the next way to ask is tried: refusals are free. */
async function askAnyWay(answer: StoredAnswer, ports: FetchPorts): Promise<StoredAnswer> {
  try {
    return await askAnew(answer, ports);
  } catch (error) {
    const reason = refusalOf(error)?.reason;
    const next = answer.pages.length === 0 ? questionAfter(answer) : undefined;
    if (!next || (reason !== 'invalid' && reason !== 'unavailable')) throw error;
    return askAnyWay(emptyAnswer(answer.query, next), ports);
  }
}

/** From the last page that is stored; once anew from the first where AWS has forgotten the way on. */
async function askAnew(answer: StoredAnswer, ports: FetchPorts): Promise<StoredAnswer> {
  try {
    return await askToTheEnd(answer, ports);
  } catch (error) {
    if (!isLostToken(error) || answer.pages.length === 0) throw error;
    const { query, question, folder } = answer;
    return askToTheEnd(emptyAnswer(query, question, folder.attempt + 1), ports);
  }
}

async function askToTheEnd(answer: StoredAnswer, ports: FetchPorts): Promise<StoredAnswer> {
  while (!isComplete(answer) && !repeatsToken(answer)) {
    if (!ports.hasTime()) {
      throw new RetryLaterError('No time left for the next page of Cost Explorer', { afterSeconds: 1 });
    }
    const token = answer.pages.at(-1)?.nextToken;
    const fetchedAt = ports.now().toISOString();
    const page = { question: answer.question, token, fetchedAt, page: answer.pages.length + 1 };
    const stored = { ...page, ...(await buyPage(answer.question, token, ports)) };
    await ports.raw.write(answer.folder, stored);
    notePage(answer, stored);
  }
  return answer;
}

async function buyPage(question: Question, token: string | undefined, { ask, counter, hasTime }: FetchPorts) {
  const { operation } = question;
  /** A further attempt that is cut off by the end of time would be paid for and lost, like the one before. */
  const reserveAgain = async () => {
    if (!hasTime()) throw new RetryLaterError('No time left for another attempt', { afterSeconds: 1 });
    await counter.reserve();
  };
  await counter.reserve();
  try {
    return await ask(operation, withToken(question, token), reserveAgain);
  } catch (error) {
    if (!mayBeBilled(error)) await counter.giveBack();
    if (refusalOf(error) || isLostToken(error)) throw error;
    throw new RetryLaterError('Cost Explorer did not answer', { cause: error, fields: { operation } });
  }
}

function isLostToken(error: unknown): boolean {
  return error instanceof Error && LOST_TOKEN.has(error.name);
}

function questionAfter({ query, question }: StoredAnswer): Question | undefined {
  const questions = questionsOf(query);
  const asked = JSON.stringify(question);
  return questions[questions.findIndex((other) => JSON.stringify(other) === asked) + 1];
}

function fetchedOf(answer: StoredAnswer): Fetched {
  const { query, pages } = answer;
  if (!isComplete(answer)) {
    const message = `AWS repeated a page token of ${query.name}, so its answer cannot be read to the end.`;
    return { state: 'refused', reason: 'unavailable', message };
  }
  const fetchedAt = pages[0]?.fetchedAt ?? '';
  return { state: 'complete', fetchedAt, pages: pages.length, notes: notesOn(answer) };
}
