import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import { anOrganizationAtHand } from '#test/commands/contacts/organization-at-hand.ts';

let town: Awaited<ReturnType<typeof anOrganizationAtHand>>;
beforeEach(async () => {
  town = await anOrganizationAtHand(makeWorld());
});
afterEach(() => town.close());

test('--live lists every account that is in use, and counts', async () => {
  const { code, stdout } = await town.run(['contacts', '--live']);

  expect(code).toBe(0);
  expect(stdout).toMatch(/^444455556666 {2}shop-dev +\/dev +present {2}lacking +lacking$/m);
  expect(stdout).toMatch(/^999900001111 {2}management +\/ +present {2}present +present$/m);
  expect(stdout).not.toContain('777788889999');
  expect(stdout).not.toContain('@example.com');
  expect(stdout.trimEnd().split('\n').at(-1)).toMatch(
    /^Accounts: 5, with all three: \d; lacking: .*; unknown: none\.$/,
  );
  expect(town.calls('putAlternateContact')).toEqual([]);
});

test('accounts that AWS does not tell about are unknown, with what mends it', async () => {
  town.world.trustedServices = [];
  const { code, stdout } = await town.run(['contacts', '--live', '--json']);
  const { counts, accounts } = JSON.parse(stdout) as {
    counts: Record<string, Record<string, number>>;
    accounts: { contacts: { security: { state: string; reason?: string } } }[];
  };

  expect(code).toBe(0);
  expect(counts['security']).toEqual({ present: 1, lacking: 0, unknown: 4 });
  expect(accounts[0]?.contacts.security.reason).toContain('enable-aws-service-access');
  // One question of each is enough.
  expect(town.calls('getAlternateContact')).toHaveLength(4 + 3);
});

test('--show tells who they are', async () => {
  expect((await town.run(['contacts', '--live'])).stdout).not.toContain('finance on duty');
  expect((await town.run(['contacts', '--live', '--show'])).stdout).toContain('finance on duty');
});

test('--csv is a file as it is', async () => {
  const { stdout } = await town.run(['contacts', '--live', '--csv']);

  expect(stdout.split('\r\n')[0]).toBe('account,name,ou,billing,operations,security');
  expect(stdout).toContain('444455556666,shop-dev,/dev,present,lacking,lacking\r\n');
  expect(stdout.endsWith('\r\n')).toBe(true);
});

test('an ordinary member is told who may ask', async () => {
  const { code, stderr } = await town.run(['contacts', '--live'], '111122223333');

  expect(code).toBe(1);
  expect(stderr).toContain(
    'shown to its management account and its delegated administrators, and not to 111122223333',
  );
});

test('a lone account sees itself', async () => {
  const alone = await anOrganizationAtHand({ ...makeWorld(), organizationId: '' });
  const { code, stdout } = await alone.run(['contacts', '--live'], '111122223333');

  expect(code).toBe(0);
  expect(stdout).toMatch(/^111122223333 .*\nAccounts: 1, with all three: 1;/m);
  await alone.close();
});

test('a list that AWS has no time for is asked for again', async () => {
  town.faults.throttle('organizations:List*', { times: 1 });
  town.faults.throttle('account:*', { times: 1 });

  expect((await town.run(['contacts', '--live'])).stdout).toContain('unknown: none.');
});
