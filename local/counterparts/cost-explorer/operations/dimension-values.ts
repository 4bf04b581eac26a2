import { DIMENSIONS } from '../question/dimension.ts';
import { type Listing, type Question, textOf } from '../question/question.ts';
import { invalid, missing } from '../refusals.ts';
import { knownValues } from './known-values.ts';

/** GetDimensionValues: what a dimension's values are, with the names of accounts. */
export function dimensionValues(question: Question): Listing {
  const name = textOf(question.input['Dimension']);
  if (!name) throw missing('dimension');
  const dimension = DIMENSIONS[name];
  if (!dimension) throw invalid(`Dimension is invalid: ${name}`);
  const attributesOf = (value: string) => {
    const description = name === 'LINKED_ACCOUNT' ? question.ledger.nameOf(value) : undefined;
    return description === undefined ? {} : { description };
  };
  return knownValues(
    question,
    (purpose) => [dimension.of(purpose, question) ?? []].flat(),
    (values, sizes) => ({
      DimensionValues: values.map((Value) => ({ Value, Attributes: attributesOf(Value) })),
      ...sizes,
    }),
  );
}
