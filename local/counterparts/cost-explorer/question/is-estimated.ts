import { addMonths, firstDayOf, monthOf } from '../calendar.ts';
import type { Question } from './question.ts';

/** Whether AWS calls a day estimated: it says so of whole months, until the bill is final. */
export function isEstimated(day: string, { switches, today }: Pick<Question, 'switches' | 'today'>): boolean {
  const month = monthOf(day);
  const next = firstDayOf(addMonths(month, 1));
  const finalFrom = `${monthOf(next)}-${String(switches.finalDay).padStart(2, '0')}`;
  return switches.estimated[month] ?? today < finalFrom;
}
