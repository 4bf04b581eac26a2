import type { Purpose } from '../ledger/charge.ts';
import { invalid } from '../refusals.ts';
import { DIMENSIONS, tagOf } from './dimension.ts';
import type { Input, Question } from './question.ts';

export type Grouping = {
  definitions: { Type: string; Key: string }[];
  /** The keys of the group that a charge belongs to. */
  keysOf: (purpose: Purpose) => string[];
};

const MOST_GROUPINGS = 2;

/** Reads what an answer is grouped by: dimensions, tags, cost categories, two of them at most. */
export function readGroupBy(question: Question): Grouping {
  const { GroupBy: asked = [] } = question.input;
  if (!Array.isArray(asked)) throw invalid('GroupBy must be a list');
  if (asked.length > MOST_GROUPINGS) throw invalid(`GroupBy takes ${MOST_GROUPINGS} definitions at most`);
  const definitions = asked.map((definition: Input) => {
    const { Type = 'DIMENSION', Key } = definition;
    if (typeof Type !== 'string' || typeof Key !== 'string' || !Key) throw invalid('GroupBy lacks a Key');
    return { Type, Key };
  });
  const readers = definitions.map((definition) => readerOf(definition, question));
  return { definitions, keysOf: (purpose) => readers.map((read) => read(purpose)) };
}

function readerOf({ Type, Key }: { Type: string; Key: string }, question: Question) {
  const dimension = DIMENSIONS[Key];
  switch (Type) {
    case 'DIMENSION':
      if (!dimension?.groups) throw invalid(`Group Definition dimension is invalid: ${Key}`);
      return (purpose: Purpose) => dimension.of(purpose, question) ?? '';
    case 'TAG':
      return (purpose: Purpose) => `${Key}$${tagOf(purpose, Key, question)}`;
    case 'COST_CATEGORY':
      return (purpose: Purpose) => `${Key}$${purpose.costCategories[Key] ?? ''}`;
    default:
      throw invalid(`Group Definition type is invalid: ${Type}`);
  }
}
