import { invalid } from '../refusals.ts';
import type { Input } from './question.ts';

const EXACT = ['EQUALS', 'CASE_SENSITIVE'];

/** Whether a value is one of an expression's. ABSENT is for tags and cost categories, whose missing value is ''. */
export function readMatch(
  { Values: values, MatchOptions: options = EXACT }: Input,
  mayBeAbsent: boolean,
): (value: string | undefined) => boolean {
  const allowed = mayBeAbsent ? [...EXACT, 'ABSENT'] : EXACT;
  if (!Array.isArray(options) || options.some((option) => !allowed.includes(String(option)))) {
    throw invalid(`MatchOptions may be ${allowed.join(', ')}`);
  }
  if (options.includes('ABSENT')) {
    if (Array.isArray(values) && values.length > 0) throw invalid('ABSENT takes no Values');
    return (value) => value === '' || value === undefined;
  }
  if (!Array.isArray(values) || values.length === 0) throw invalid('Values must not be empty');
  const wanted = new Set(values.map(String));
  return (value) => value !== undefined && wanted.has(value);
}
