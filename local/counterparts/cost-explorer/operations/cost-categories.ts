import type { Listing, Question } from '../question/question.ts';
import { knownValues } from './known-values.ts';

/** GetCostCategories: their names, or the values of one. */
export function costCategories(question: Question): Listing {
  const { CostCategoryName: name } = question.input;
  if (typeof name !== 'string') {
    return knownValues(
      question,
      ({ costCategories: all }) => Object.keys(all),
      (CostCategoryNames, sizes) => ({ CostCategoryNames, ...sizes }),
    );
  }
  return knownValues(
    question,
    ({ costCategories: all }) => [all[name] ?? ''],
    (CostCategoryValues, sizes) => ({ CostCategoryValues, ...sizes }),
  );
}
