import type { Ask } from '#lambdas/cost-reports/cost-explorer/ask.ts';
import { anAwsError } from '#test/cost-reports/cost-explorer/an-aws-error.ts';

type Input = Readonly<Record<string, unknown>>;

/**
 * Cost Explorer behind the port: gives out the pages by tokens of its own, refuses a token with another question
 * and one it never gave, and bills each page that it answers with.
 */
export function pagedAnswers(pages: readonly unknown[]) {
  const asked: Input[] = [];
  const failures = new Map<number, Error>();
  const tokens = new Map<string, { question: string; page: number }>();
  let billed = 0;

  const ask: Ask = async (_operation, input) => {
    asked.push(input);
    const failure = failures.get(asked.length);
    if (failure) throw failure;
    const { NextPageToken: token, ...rest } = input as { NextPageToken?: string };
    const question = JSON.stringify(rest);
    const known = token === undefined ? { question, page: 0 } : tokens.get(token);
    if (!known) throw anAwsError('InvalidNextTokenException');
    if (known.question !== question) throw anAwsError('RequestChangedException');
    billed += 1;
    if (known.page + 1 >= pages.length) return { answer: pages[known.page] };
    const nextToken = `token-${tokens.size + 1}`;
    tokens.set(nextToken, { question, page: known.page + 1 });
    return { answer: pages[known.page], nextToken };
  };

  return {
    ask,
    asked,
    billed: () => billed,
    /** The nth request from the start fails, 1 is the first. */
    failCall: (nth: number, error: Error) => failures.set(nth, error),
    forgetTokens: () => tokens.clear(),
  };
}
