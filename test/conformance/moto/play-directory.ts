import type { OrganizationsClientConfig } from '@aws-sdk/client-organizations';
import type { ListedAccount } from '#lambdas/account-directory/directory-message.ts';
import { organizationClient } from '#lambdas/account-directory/organization-client.ts';
import type { MotoOrganization } from '#test/conformance/moto/moto-organization.ts';
import type { Tally } from '#test/conformance/tally.ts';

/** The walk of account-directory over moto's Organization: each account with its path, target and tags. */
export async function playDirectory(
  client: OrganizationsClientConfig,
  { unit, accounts }: MotoOrganization,
  tally: Tally,
): Promise<void> {
  const { walkTree, findAccount, readTags } = organizationClient({ client, targets: [unit] });
  const walked: ListedAccount[] = [];
  for await (const account of walkTree()) walked.push(account);
  const problems: string[] = [];
  for (const { id, name } of accounts) {
    const tags = await readTags(id);
    for (const account of [walked.find((each) => each.id === id), await findAccount(id)]) {
      const found = `${account?.name} in ${account?.ou}, ${account?.state}, owner ${tags?.['owner']}`;
      const wanted = `${name} in /prod/eu, ACTIVE, owner ${name}`;
      if (found !== wanted || !account?.isBelowTarget) problems.push(`${id} is ${found}, not ${wanted}`);
    }
  }
  const outside = walked.filter((account) => !accounts.some(({ id }) => id === account.id));
  problems.push(...outside.filter(({ ou }) => ou !== '/').map(({ id, ou }) => `${id} is in ${ou}`));
  const what = `moto: the directory of ${walked.length} accounts has their names, units, targets and tags`;
  if (problems.length === 0) tally.passed(what);
  else tally.failed(`${what}\n  ${problems.join('\n  ')}`);
}
