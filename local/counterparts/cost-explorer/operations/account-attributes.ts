import type { Grouping } from '../question/group-by.ts';
import type { Question } from '../question/question.ts';
import type { Sum } from '../question/sums.ts';

/** The names of the accounts that a page tells of, if it is grouped by account. */
export function attributesOf(groups: Sum[], definitions: Grouping['definitions'], { ledger }: Question) {
  const at = definitions.findIndex(({ Type, Key }) => Type === 'DIMENSION' && Key === 'LINKED_ACCOUNT');
  const accounts = new Set(at < 0 ? [] : groups.map(({ keys }) => keys[at] ?? ''));
  return [...accounts].map((account) => {
    const description = ledger.nameOf(account);
    return { Value: account, Attributes: description === undefined ? {} : { description } };
  });
}
