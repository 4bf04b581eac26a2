import type { Card, CardStatus } from '#lambdas/chat-delivery/card.ts';
import { isDigest } from '#lambdas/contracts/digest.ts';

const ACCOUNTS_SHOWN = 5;
const STATUS_SIGNS: Record<CardStatus, string> = { open: '', upcoming: '🗓️', resolved: '✅' };
const SEVERITY_SIGNS = { critical: '🚨', error: '🔴', warning: '🟠', info: '🔵' };

/** The first thing that is seen of an alert, on a phone perhaps the only one: `🔴 EC2 API errors`. */
export function headlineOf(card: Card): string {
  const sign = isDigest(card) ? '' : STATUS_SIGNS[card.status];
  return `${sign || SEVERITY_SIGNS[card.severity]} ${card.title}`;
}

/** `payments-prod (111122223333) · eu-west-1`, or how many accounts and which are the first; empty: nowhere in particular. */
export function placeOf(card: Card): string {
  if (card.accountCount === 0 && card.regions.length === 0) return '';
  return [accountsOf(card), card.regions.join(', ')].filter(Boolean).join(' · ');
}

function accountsOf({ accounts, accountCount }: Card): string {
  if (accountCount === 0) return 'No account named';
  const names = new Map<string, string>();
  for (const { account, accountName } of accounts) {
    if (account) names.set(account, accountName ? `${accountName} (${account})` : account);
  }
  const shown = [...names.values()].slice(0, ACCOUNTS_SHOWN);
  if (accountCount === 1 && shown[0]) return shown[0];
  const more = accountCount - shown.length;
  const count = `${accountCount} ${accountCount === 1 ? 'account' : 'accounts'}`;
  if (shown.length === 0) return count;
  return `${count}: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
