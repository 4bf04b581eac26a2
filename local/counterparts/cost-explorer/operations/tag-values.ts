import { tagOf } from '../question/dimension.ts';
import type { Listing, Question } from '../question/question.ts';
import { knownValues } from './known-values.ts';

/** GetTags: the keys of active tags, or the values of one; '' stands for costs without it. */
export function tagValues(question: Question): Listing {
  const { TagKey: key } = question.input;
  return knownValues(
    question,
    (purpose) =>
      typeof key === 'string'
        ? [tagOf(purpose, key, question)]
        : Object.keys(purpose.tags).filter((candidate) => tagOf(purpose, candidate, question) !== ''),
    (Tags, sizes) => ({ Tags, ...sizes }),
  );
}
