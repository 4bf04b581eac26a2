import type { ListedAccount } from '#lambdas/account-directory/directory-message.ts';
import type { AccountRecord } from '#lambdas/contracts/directory.ts';

/** An account as the Organization's tree shows it. */
export function aListedAccount(over: Partial<ListedAccount> = {}): ListedAccount {
  return { id: '111122223333', name: 'mill', ou: '/prod', state: 'ACTIVE', isBelowTarget: true, ...over };
}

/** What the directory keeps of it. */
export function aRecord(over: Partial<AccountRecord> = {}): AccountRecord {
  return {
    id: '111122223333',
    name: 'mill',
    ou: '/prod',
    tags: {},
    state: 'ACTIVE',
    targetSince: '2026-11-01T00:00:00.000Z',
    contacts: { BILLING: null, OPERATIONS: null, SECURITY: null },
    readAt: '2026-11-20T00:00:00.000Z',
    ...over,
  };
}
