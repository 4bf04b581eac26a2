const OF_TURNS = { us: 'waiting-for-us', aws: 'open', none: 'resolved' };
export const STATES = { 'waiting-for-us': 'Waits for you', open: 'With AWS', resolved: 'Resolved' };

export function stateOf({ turn }) {
  return OF_TURNS[turn];
}

export function titleOf({ subject, withheld }) {
  if (withheld) return `Withheld: ${withheld}`;
  return subject.trim() || 'Without a subject';
}

export function accountOf({ account, accountName }) {
  return accountName ? `${accountName} (${account})` : account;
}

export function minute(at) {
  return `${at.slice(0, 16).replace('T', ' ')} UTC`;
}

export function number(count) {
  return count.toLocaleString('en-US');
}

/** The part of the page's address that leads to a case. */
export function linkTo({ account, displayId }) {
  return `#${encodeURIComponent(account)}/${encodeURIComponent(displayId)}`;
}
