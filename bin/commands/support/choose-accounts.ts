import { Failure, UsageError } from '#bin/commands/command-line/errors.ts';
import type { AccountBook } from '#bin/commands/support/account-book.ts';

export type AccountChoice = {
  account?: readonly string[] | undefined;
  ou?: readonly string[] | undefined;
  owner?: readonly string[] | undefined;
};

/**
 * The ids of the accounts that are asked for; undefined: all. Several accounts are any of them, and so are several units;
 * accounts, units and owners together are those that fit all three.
 */
export function chooseAccounts(
  book: AccountBook,
  { account = [], ou = [], owner = [] }: AccountChoice,
): string[] | undefined {
  if (account.length + ou.length + owner.length === 0) return undefined;
  const named = account.flatMap((word) => idsOf(book, word));
  const inUnits = ou.length > 0 ? ou.flatMap((path) => idsBelow(book, path)) : undefined;
  const owned = owner.length > 0 ? owner.flatMap((name) => idsOwnedBy(book, name)) : undefined;
  const first = [account.length > 0 ? named : undefined, inUnits, owned].filter((ids) => ids !== undefined);
  const [ids = [], ...others] = first;
  const chosen = [...new Set(ids)].filter((id) => others.every((other) => other.includes(id)));
  if (chosen.length > 0) return chosen;
  throw new Failure('No account is all of that: --account, --ou and --owner narrow each other.');
}

function idsOf(book: AccountBook, word: string): string[] {
  if (/^\d{12}$/.test(word)) return [word];
  const found = book.all.filter(({ name }) => name === word).map(({ id }) => id);
  if (found.length > 0) return found;
  throw new UsageError(
    `There is no account "${word}": --account takes an id of 12 digits, or a name${hint(book)}.`,
  );
}

function idsBelow(book: AccountBook, word: string): string[] {
  const path = `/${word.replaceAll(/^\/+|\/+$/g, '')}`;
  const isBelow = (ou: string) => path === '/' || ou === path || ou.startsWith(`${path}/`);
  const found = book.all.filter(({ ou }) => ou !== undefined && isBelow(ou)).map(({ id }) => id);
  if (found.length > 0) return found;
  throw new Failure(
    `No account is known in ${path}: --ou takes the path of a unit, such as /prod/eu${hint(book)}.`,
  );
}

function idsOwnedBy(book: AccountBook, name: string): string[] {
  const found = book.all.filter(({ owner }) => owner === name).map(({ id }) => id);
  if (found.length > 0) return found;
  throw new Failure(`No account is known to be of the owner "${name}"${hint(book)}.`);
}

/** Somebody may look for a name that only the directory has. */
function hint({ onlySettings }: AccountBook): string {
  return onlySettings === undefined ? '' : ` (only those of reeve.config.ts are known here: ${onlySettings})`;
}
