import type { Assembly } from './assembly.ts';
import { functionSettings } from './function-settings.ts';
import { isJsonObject } from './json-object.ts';

const MANAGEMENT_STACK = 'ReeveManagement';

/** The accounts that StackSets reach: never the management account. */
export function membersOf(
  { stacks, assets }: Assembly,
  { accountId, members }: { accountId: string; members?: string[] },
): string[] {
  const wanted = members ?? [accountId, ...[...assets.values()].flatMap(accountsInSettings)];
  const management = stacks.find(({ name }) => name === MANAGEMENT_STACK)?.accountId;
  return [...new Set(wanted)].filter((account) => account !== management);
}

function accountsInSettings(codeDirectory: string): string[] {
  const { accounts } = functionSettings(codeDirectory);
  const ids = Array.isArray(accounts) ? accounts.map((account) => isJsonObject(account) && account.id) : [];
  return ids.filter((id) => typeof id === 'string');
}
