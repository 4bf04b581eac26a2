import type { Card } from '#lambdas/chat-delivery/card.ts';

export type Link = { label: string; url: string };

/** Where a reader can go from an alert; what is no HTTPS address or too long to send is left out. */
export function linksOf({ links, actions }: Card, urlLimit: number): Link[] {
  const all = [...links, ...actions.flatMap(({ label, url }) => (url ? [{ label, url }] : []))];
  return all.filter(({ url }) => isLinkable(url, urlLimit));
}

/** Slack refuses the whole message for one malformed URL. */
export function isLinkable(url: string, limit: number): boolean {
  return url.length <= limit && url.isWellFormed() && URL.parse(url)?.protocol === 'https:';
}
