import type { Account } from '#lambdas/contracts/settings.ts';
import { oneLine } from '#lambdas/runtime/one-line.ts';

const NAME_LENGTH = 60;

/** An account in a line of text: `shop (111122223333)`. */
export function accountLabel({ id, name }: Pick<Account, 'id' | 'name'>): string {
  return name ? `${oneLine(name, NAME_LENGTH)} (${id})` : id;
}
