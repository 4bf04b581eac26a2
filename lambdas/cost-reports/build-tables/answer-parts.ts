import * as z from 'zod/mini';
import { parseDecimal } from '#lambdas/runtime/decimal.ts';

/** Start inclusive, end exclusive. */
export const TimePeriod = z.object({ Start: z.string(), End: z.string() });
/** A number as AWS writes it; of something that is not there it writes none, or no number. */
export const Amount = z.nullish(z.string());
export const Text = z.nullish(z.string());

/** Null where AWS gave no number. */
export function amountOf(text: string | null | undefined): bigint | null {
  return text && /\d/.test(text) ? parseDecimal(text) : null;
}

/** What rows of the answers of a query need to know of it. */
export type AnswerContext = {
  fetchedAt: string;
  period: { start: string; end: string };
  /** Where the answer itself does not say. */
  currency: string;
  basis: string;
  /** The service that was asked for. */
  share?: string | undefined;
  /** Names of accounts. */
  nameOf: (account: string) => string | undefined;
  /** What was asked. */
  input: Readonly<Record<string, unknown>>;
};
