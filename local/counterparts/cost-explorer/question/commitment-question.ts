import { invalid } from '../refusals.ts';
import { type Filter, readFilter } from './filter.ts';
import { type Granularity, readGranularity } from './period.ts';
import type { Input, Question } from './question.ts';

export const EC2 = 'Amazon Elastic Compute Cloud - Compute';

/** A question about reservations is about one service, EC2 unless its filter names another. */
export function readReservationFilter(question: Question): { service: string; filter: Filter } {
  const { Filter: expression } = question.input;
  const services = leavesOf(expression).flatMap(({ Key, Values }) =>
    Key === 'SERVICE' && Array.isArray(Values) ? Values.map(String) : [],
  );
  if (services.length > 1) throw invalid('The SERVICE filter takes one value');
  const [service = EC2] = services;
  const filter = readFilter(question);
  return { service, filter: (purpose) => purpose.service === service && filter(purpose) };
}

/** Questions about commitments are grouped, or cut into days or months, never both. */
export function readEither(
  question: Question,
  groupKeys: readonly string[],
  most = 1,
): { by?: Granularity; keys: string[] } {
  const { GroupBy: asked = [] } = question.input;
  const by = readGranularity(question.input);
  const keys = (asked as Input[]).map(({ Key }) => String(Key));
  if (by && keys.length > 0) throw invalid('Granularity cannot be set when GroupBy is set');
  if (keys.length > most) throw invalid(`GroupBy takes ${most} definitions at most`);
  const unknown = keys.find((key) => !groupKeys.includes(key));
  if (unknown) throw invalid(`Group Definition dimension is invalid: ${unknown}`);
  return { keys, ...(by ? { by } : {}) };
}

/** The dimensions that a filter is about. Only And is supported there. */
function leavesOf(expression: unknown): Input[] {
  const { Dimensions, And, Or, Not } = (expression ?? {}) as Input;
  if (Or || Not) throw invalid('Only And is supported in this filter');
  if (Array.isArray(And)) return And.flatMap(leavesOf);
  return Dimensions ? [Dimensions as Input] : [];
}
