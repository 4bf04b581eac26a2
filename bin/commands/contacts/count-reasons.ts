const SHOWN = 5;

/** `3 accounts (111122223333, …): reason`: a line for each reason, the most frequent first. */
export function countReasons(failures: { account: string; reason: string }[]): string[] {
  const byReason = Map.groupBy(failures, ({ reason }) => reason);
  const groups = [...byReason].map(([reason, group]) => ({
    reason,
    accounts: [...new Set(group.map(({ account }) => account))],
  }));
  return groups
    .sort((a, b) => b.accounts.length - a.accounts.length)
    .map(({ reason, accounts }) => {
      const rest = accounts.length - SHOWN;
      const shown = accounts.slice(0, SHOWN).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
      return `${accounts.length} account${accounts.length === 1 ? '' : 's'} (${shown}): ${reason}`;
    });
}
