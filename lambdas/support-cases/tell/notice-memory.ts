import type { CaseReadState } from '#lambdas/contracts/support/account-reading.ts';

export type NoticeState = Exclude<CaseReadState, 'ok'>;

/**
 * What people were told of accounts that cannot be read, by state: which of those that still cannot, when last (ISO 8601),
 * and whether the notice stands. Kept as it is from one call to the next.
 */
export type NoticeMemory = Partial<
  Record<NoticeState, { accounts: string[]; toldAt: string; isOpen: boolean }>
>;
