import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { ListedAccount } from '#lambdas/account-directory/directory-message.ts';
import { Clock } from '#local/clock.ts';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import { type AwsCall, AwsError, awsJsonBackend } from '#local/proxy/aws-call.ts';
import { startRecordingProxy } from '#local/proxy/recording-proxy.ts';
import { anOrganization } from '#test/account-directory/an-organization.ts';

const world = makeWorld();
const inProd = world.accounts.find(({ name }) => name === 'payments-prod');
let organization: Awaited<ReturnType<typeof anOrganization>>;

beforeAll(async () => {
  organization = await anOrganization(world);
});
afterEach(() => organization.faults.clear());
afterAll(() => organization.close());

const portsFor = (targets: string[]) => organization.directory({}, targets).ports;
async function walked(targets: string[]): Promise<ListedAccount[]> {
  const accounts: ListedAccount[] = [];
  for await (const account of portsFor(targets).walkTree()) accounts.push(account);
  return accounts;
}

test('what the walk tells of an account is what a look at it alone tells', async () => {
  const targets = [inProd?.parentId ?? ''];
  const accounts = await walked(targets);
  expect(accounts.map(({ id }) => id).sort()).toEqual(world.accounts.map(({ id }) => id).sort());
  for (const account of accounts) {
    expect(await portsFor(targets).findAccount(account.id)).toEqual(account);
  }
});

test('what is below a target is a target, and nothing else is', async () => {
  const accounts = await walked([inProd?.parentId ?? '']);
  const below = accounts.filter(({ isBelowTarget }) => isBelowTarget);
  expect(below.map(({ ou }) => ou)).toContain('/prod');
  expect(below.filter(({ ou }) => !/^\/prod(?:$|\/)/.test(ou))).toEqual([]);
  expect((await walked(['r-a1b2'])).every(({ isBelowTarget }) => isBelowTarget)).toBe(true);
});

test('an account whose look-ups come in empty pages first is found where it is', async () => {
  organization.paging.emptyPages = true;
  const found = await portsFor([]).findAccount(inProd?.id ?? '');
  organization.paging.emptyPages = false;
  expect(found).toMatchObject({ name: 'payments-prod', ou: '/prod' });
});

test('a unit that is deleted during the walk stops it neither at it nor after it', async () => {
  const gone = new AwsError('ParentNotFoundException', 'It is not there');
  const isIt = ({ body }: AwsCall) => body.toString().includes(inProd?.parentId ?? '-');
  organization.faults.fail('organizations:ListAccountsForParent', gone, { when: isIt });
  const names = (await walked([])).map(({ name }) => name);

  expect(names).not.toContain('payments-prod');
  expect(names).toContain('shop-dev');
});

test('a root that cannot be walked is an error: nobody has left', async () => {
  const gone = new AwsError('ParentNotFoundException', 'It is not there');
  const isRoot = ({ body }: AwsCall) => body.toString().includes('"r-a1b2"');
  organization.faults.fail('organizations:ListAccountsForParent', gone, { when: isRoot });

  await expect(walked([])).rejects.toThrow('It is not there');
});

test('accounts tell their state where AWS sends the older word no more', async () => {
  const suspended = world.accounts.filter(({ state }) => state === 'SUSPENDED').map(({ id }) => id);
  const accounts = await walked([]);
  expect(accounts.filter(({ state }) => state === 'SUSPENDED').map(({ id }) => id)).toEqual(suspended);
});

test.each([
  [{ Status: 'SUSPENDED' }, 'SUSPENDED'],
  [{ State: 'PENDING_CLOSURE', Status: 'SUSPENDED' }, 'PENDING_CLOSURE'],
  [{}, 'UNKNOWN'],
])('an account that AWS tells of as %o is %s', async (told, state) => {
  const clock = new Clock();
  const organizations = awsJsonBackend({
    ListRoots: () => ({ Roots: [{ Id: 'r-a1b2' }] }),
    ListAccountsForParent: () => ({ Accounts: [{ Id: '111122223333', ...told }] }),
    ListOrganizationalUnitsForParent: () => ({}),
  });
  const { url, close } = await startRecordingProxy({ clock, backends: { organizations } });
  const { organizationClient } = await import('#lambdas/account-directory/organization-client.ts');
  const { walkTree } = organizationClient({ client: { region: 'us-east-1', endpoint: url }, targets: [] });
  const listed: ListedAccount[] = [];
  for await (const account of walkTree()) listed.push(account);
  await close();
  clock.stop();

  expect(listed).toEqual([{ id: '111122223333', name: '', ou: '/', state, isBelowTarget: false }]);
});

test('an account that the Organization does not have is not found and has no tags', async () => {
  const { findAccount, readTags } = portsFor([]);
  expect(await findAccount('123456789012')).toBeUndefined();
  expect(await readTags('123456789012')).toBeUndefined();
});

test('tags come as they are', async () => {
  expect(await portsFor([]).readTags(inProd?.id ?? '')).toEqual(inProd?.tags);
});

test('a missing permission is an error, not an empty Organization', async () => {
  organization.faults.deny('organizations:ListAccountsForParent');
  await expect(walked([])).rejects.toMatchObject({ name: 'AccessDeniedException' });
});
