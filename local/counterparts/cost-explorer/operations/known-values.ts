import { amountOf, type Purpose } from '../ledger/charge.ts';
import { readFilter } from '../question/filter.ts';
import { metricOf } from '../question/metrics.ts';
import { readPeriod, refuseFarPeriods } from '../question/period.ts';
import {
  type Input,
  inOnePiece,
  type Listing,
  listing,
  type Question,
  textOf,
} from '../question/question.ts';
import { visibleCharges } from '../question/visible-charges.ts';
import { invalid } from '../refusals.ts';

const LONGEST_PAGE = 1000;

type Sizes = { ReturnSize: number; TotalSize: number };

/** Values that charges of a period have: all of them, those that a text is found in, or the costliest. */
export function knownValues(
  question: Question,
  read: (purpose: Purpose) => readonly string[],
  toAnswer: (values: readonly string[], sizes: Sizes) => object,
): Listing {
  const { input } = question;
  const period = readPeriod(input);
  refuseFarPeriods(period, question, 'MONTHLY');
  const filter = readFilter(question);
  const { SearchString: search, SortBy: sortBy, MaxResults: most = LONGEST_PAGE } = input;
  if (!(Number(most) >= 1 && Number(most) <= LONGEST_PAGE)) {
    throw invalid(`MaxResults must be between 1 and ${LONGEST_PAGE}`);
  }
  if (sortBy !== undefined && search !== undefined)
    throw invalid('SortBy and SearchString exclude each other');
  const [sort] = (sortBy ?? []) as Input[];
  const metric = sort && metricOf(sort['Key'], question);

  const costs = new Map<string, bigint>();
  for (const charge of visibleCharges(question, period, filter)) {
    const cost = metric ? amountOf(charge, metric) : 0n;
    for (const value of read(charge.purpose)) costs.set(value, (costs.get(value) ?? 0n) + cost);
  }
  const values = [...costs.keys()].filter((value) => value.includes(textOf(search))).sort();
  const answer = (page: readonly string[]) =>
    toAnswer(page, { ReturnSize: page.length, TotalSize: values.length });
  if (!sort) return listing(values, LONGEST_PAGE, answer);
  const up = sort['SortOrder'] === 'ASCENDING' ? 1 : -1;
  values.sort((one, other) => up * Number((costs.get(one) ?? 0n) - (costs.get(other) ?? 0n)));
  return inOnePiece(answer(values.slice(0, Number(most))));
}
