import { SEVERITIES, type Severity } from '#lambdas/contracts/observation.ts';
import type { AdvisorRow, Ending } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import type { AdvisorSelection } from '#lambdas/contracts/trusted-advisor/advisor-selection.ts';
import { muteOf } from '#lambdas/contracts/trusted-advisor/item-mute.ts';
import { severityOfItem } from '#lambdas/contracts/trusted-advisor/item-severity.ts';
import { reasonNotWatched } from '#lambdas/contracts/trusted-advisor/select-checks.ts';
import type { AdvisorNews } from '#lambdas/trusted-advisor-alerts/advisor-news.ts';

/** `opens`: it is trouble, anew or still. `ends`: it was, and no longer is. `drop`: nobody needs to know. */
export type ItemDecision =
  | { kind: 'opens'; severity: Severity; telling: AdvisorRow['telling'] }
  | { kind: 'ends'; ending: Ending }
  | { kind: 'drop'; reason: 'outdated' | 'no trouble' };

export type ItemCase = {
  news: AdvisorNews;
  /** The row of the item, if it is known. */
  row: AdvisorRow | undefined;
  isBaseline: boolean;
  selection: AdvisorSelection;
  now: Date;
};

/** What one piece of news comes to: people hear of changes, never of a refresh. */
export function decideItem(one: ItemCase): ItemDecision {
  const { news, row, selection } = one;
  const known = row?.state === 'open' ? row : undefined;
  if (row && news.at < row.orderedBy) return { kind: 'drop', reason: 'outdated' };
  const over = (ending: Ending): ItemDecision =>
    known ? { kind: 'ends', ending } : { kind: 'drop', reason: 'no trouble' };

  if ('ending' in news) return over(news.ending);
  if (news.item.status === 'ok') return over('ok');
  if (reasonNotWatched(news.check, selection) !== undefined) return over('not-watched');
  const severity = severityOfItem(news.item, selection);
  if (!severity || !selection.severities.includes(severity)) return over('milder');
  return { kind: 'opens', severity, telling: tellingOf(one, known, severity, news.item) };
}

function tellingOf(
  { news, isBaseline, selection, now }: ItemCase,
  known: AdvisorRow | undefined,
  severity: Severity,
  item: Extract<AdvisorNews, { item: unknown }>['item'],
): AdvisorRow['telling'] {
  if (known?.telling === 'told') return 'told';
  const wasThere = known ? known.telling === 'baseline' && !isWorse(severity, known.severity) : isBaseline;
  if (wasThere) return 'baseline';
  const muted = { account: news.account, check: news.check, item, severity };
  return muteOf(selection.mutes, muted, now) ? 'muted' : 'told';
}

function isWorse(one: Severity, than: Severity): boolean {
  return SEVERITIES.indexOf(one) < SEVERITIES.indexOf(than);
}
