import { invalid } from '../refusals.ts';
import { type Period, readPeriod, refuseOldCommitments } from './period.ts';
import type { Question } from './question.ts';

/** Savings Plans are told of until yesterday: End must lie before today, so a month not before the 2nd. */
export function readClosedPeriod(question: Question): Period {
  const period = readPeriod(question.input);
  refuseOldCommitments(period, question);
  if (period.end >= question.today) throw invalid('End date must be before the current date');
  return period;
}
