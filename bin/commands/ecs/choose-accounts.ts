import { UsageError } from '#bin/commands/command-line/errors.ts';
import type { Context } from '#bin/commands/doctor/context.ts';
import { toUnanswered, type Unanswered } from '#bin/commands/ecs/unanswered.ts';
import type { AccountRecord } from '#lambdas/contracts/directory.ts';
import { type AskedAccount, accountsToAsk } from '#lambdas/ecs-inventory/accounts-to-ask.ts';

export type Chosen = { accounts: AskedAccount[]; unanswered: Unanswered[] };

/**
 * The accounts to ask: those of the directory, or of the settings where it is empty or out of reach; or of them the
 * wanted ones, by id or name. The hub account is one of them always: it is asked with its own credentials.
 */
export async function chooseAccounts(context: Context, wanted: string[]): Promise<Chosen> {
  const { settings, hubAccount } = context;
  const { accounts, organization } = settings;
  const unanswered: Unanswered[] = [];
  const records = organization ? await recordsOf(context, unanswered) : [];
  const managementAccount = organization?.managementAccount ?? hubAccount;
  const nameOf = (id: string) => [...accounts, ...records].find((account) => account.id === id)?.name ?? '';
  const members = organization ? accountsToAsk(records, { accounts, managementAccount }) : [];
  const known = members.some(({ id }) => id === hubAccount)
    ? members
    : [{ id: hubAccount, name: nameOf(hubAccount) }, ...members];
  if (wanted.length === 0) return { accounts: known, unanswered };

  const chosen = wanted.flatMap((word) => {
    const found = known.filter(({ id, name }) => id === word || name === word);
    if (found.length > 0) return found;
    if (/^\d{12}$/.test(word)) return [{ id: word, name: nameOf(word) }];
    throw new UsageError(`There is no account "${word}": --account takes an id of 12 digits, or a name.`);
  });
  return { accounts: [...new Map(chosen.map((account) => [account.id, account])).values()], unanswered };
}

async function recordsOf({ facts }: Context, unanswered: Unanswered[]): Promise<AccountRecord[]> {
  try {
    return (await facts.directory()).accounts;
  } catch (error) {
    unanswered.push(toUnanswered(error));
    return [];
  }
}
