import type { Question } from '../question/question.ts';
import { invalid } from '../refusals.ts';

/** So many entries as a question asks for, if it does. */
export function sizeOfPage(
  { input, switches }: Question,
  { member = 'MaxResults', usual = switches.pageSize, most = Infinity } = {},
): number {
  const { [member]: size = usual } = input;
  if (!(Number(size) >= 1 && Number(size) <= most)) throw invalid(`${member} must be between 1 and ${most}`);
  return Math.min(Number(size), switches.pageSize);
}
