import { isInMaps, keyOfCharge } from '#lambdas/cost-reports/focus/key-of-charge.ts';
import type { MapValues } from '#lambdas/cost-reports/focus/map-values.ts';
import type { MonthQuestion } from '#lambdas/cost-reports/focus/month-question.ts';
import type { Charge } from '#lambdas/cost-reports/focus/to-charge.ts';
import { addDays, firstDayOf } from '#lambdas/cost-reports/periods.ts';

/** What the charges of a group come to in a day or month, exact. */
export type ChargeSum = {
  start: string;
  currency: string;
  keys: readonly string[];
  billed: bigint;
  effective: bigint;
};

export type GrowingChargeSums = {
  add: (charge: Charge) => void;
  /** By day and by key, however the charges came. */
  sums: () => ChargeSum[];
  /** By account id. */
  names: ReadonlyMap<string, string>;
  needsMaps: boolean;
  /** All that was added is of the first day: the export tells months alone. */
  isOfFirstDay: () => boolean;
};

type Sum = { billed: bigint; effective: bigint };

/** Adds charges up for one question: memory grows with its groups, never with the charges. */
export function sumCharges(
  { query, month, from, until }: MonthQuestion,
  valueOf: MapValues,
): GrowingChargeSums {
  const keysOf = query.groupBy.map((key) => keyOfCharge(key, valueOf));
  const wantsNames = query.groupBy.some(({ key }) => key === 'LINKED_ACCOUNT');
  const isDaily = query.granularity === 'DAILY';
  const words = numberedWords();
  const groups = new Map<string, Sum>();
  const names = new Map<string, string>();
  let hasLaterDay = false;

  return {
    names,
    isOfFirstDay: () => groups.size > 0 && !hasLaterDay,
    needsMaps: query.groupBy.some(isInMaps),

    add(charge) {
      const day = withinMonth(charge.day, month);
      if (day < from || day >= until) return;
      hasLaterDay ||= !day.endsWith('-01');
      let group = `${words.numberOf(isDaily ? day : from)} ${words.numberOf(charge.currency)}`;
      for (const keyOf of keysOf) group += ` ${words.numberOf(keyOf(charge))}`;
      const sum = groups.get(group);
      if (!sum) groups.set(group, { billed: charge.billed, effective: charge.effective });
      else {
        sum.billed += charge.billed;
        sum.effective += charge.effective;
      }
      if (wantsNames && charge.accountName !== '' && !names.has(charge.account)) {
        names.set(words.kept(charge.account), words.kept(charge.accountName));
      }
    },

    sums() {
      const sums = Array.from(groups, ([group, sum]): ChargeSum => {
        const [start = '', currency = '', ...keys] = group
          .split(' ')
          .map((number) => words.word(Number(number)));
        return { start, currency, keys, ...sum };
      });
      return sums.sort(inOrder);
    },
  };
}

function inOrder(one: ChargeSum, other: ChargeSum): number {
  if (one.start !== other.start) return one.start < other.start ? -1 : 1;
  const at = one.keys.findIndex((key, index) => key !== other.keys[index]);
  const [first = one.currency, second = other.currency] = [one.keys[at], other.keys[at]];
  return first < second ? -1 : 1;
}

/** Who is billed for a charge in a month has it in that month, be it of the one before: so a bill is never torn. */
function withinMonth(day: string, month: string): string {
  if (day.startsWith(month)) return day;
  return day < month ? firstDayOf(month) : lastDayOf(month);
}

function lastDayOf(month: string): string {
  const inNextMonth = addDays(firstDayOf(month), 31);
  return addDays(`${inNextMonth.slice(0, 7)}-01`, -1);
}

/** Numbers for words, so that groups are named shortly and a word is in memory once. */
function numberedWords() {
  const numbers = new Map<string, number>();
  const words: string[] = [];

  function numberOf(word: string): number {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    // A part of a text keeps all of the text in memory; a copy does not.
    const copy = Buffer.from(word).toString();
    numbers.set(copy, words.length);
    return words.push(copy) - 1;
  }

  const word = (number: number) => words[number] ?? '';
  return { numberOf, word, kept: (text: string) => word(numberOf(text)) };
}
