import { ownerOf } from '#lambdas/contracts/owner-of.ts';
import type { Account, RequiredTagsSettings } from '#lambdas/contracts/settings.ts';
import type { TagFinding } from '#lambdas/contracts/tags/tag-finding.ts';
import { alertOf, stackOf } from '#lambdas/required-tags/alert-of.ts';
import type { Decision } from '#lambdas/required-tags/decide-finding.ts';
import type { LookedAt } from '#lambdas/required-tags/look.ts';
import type { TagNews } from '#lambdas/required-tags/tag-news.ts';

type Known = {
  news: TagNews;
  finding: TagFinding | undefined;
  account: Account;
  settings: RequiredTagsSettings;
  now: Date;
};

/** The row that a decision leads to; undefined where nothing is to be written. */
export function toFinding(decision: Decision, known: Known): TagFinding | undefined {
  const { news, finding, now } = known;
  if (decision.kind === 'drop') return undefined;
  const { account, region, type, id, at } = news;
  const version = (finding?.version ?? 0) + 1;
  if (decision.kind === 'ends') {
    if (!finding) return undefined;
    return { ...finding, status: decision.status, endedAt: now.toISOString(), orderedBy: at, version };
  }
  const isOpen = finding?.status === 'open';
  const place = placeOf(decision.resource, known);
  const hasMoved = finding !== undefined && finding.alert !== place.alert;
  const formerAlert = hasMoved ? finding.alert : finding?.formerAlert;
  return {
    account,
    region,
    type,
    id,
    ...place,
    ...(formerAlert ? { formerAlert } : {}),
    status: 'open',
    violations: decision.violations,
    openedAt: isOpen ? finding.openedAt : now.toISOString(),
    orderedBy: at,
    version,
  };
}

/** Whether a row says anything else of its resource than before, so that readers learn something by it. */
export function isNews(finding: TagFinding, before: TagFinding | undefined): boolean {
  return wordsOf(finding) !== (before && wordsOf(before));
}

function wordsOf({ orderedBy: _time, version: _number, ...words }: TagFinding): string {
  return JSON.stringify(words);
}

/** Where it is told, and what it is called: as it was where it could not be looked at. */
function placeOf(
  resource: LookedAt | undefined,
  { news, finding, account, settings }: Known,
): Pick<TagFinding, 'alert' | 'name' | 'arn' | 'owner' | 'stack'> {
  if (!resource && finding?.status === 'open') {
    const { alert, name, arn, owner, stack } = finding;
    return definedOf({ alert, name, arn, owner, stack });
  }
  const tags = resource?.tags ?? {};
  const owner = ownerOf(tags, account, settings);
  const stack = stackOf(tags);
  return definedOf({
    alert: alertOf(news, { owner, stack }),
    name: resource?.name,
    arn: resource?.arn,
    owner,
    stack: stack?.name,
  });
}

function definedOf({ alert, ...rest }: { alert: string } & Record<string, string | undefined>) {
  const defined = Object.entries(rest).filter(([, value]) => value !== undefined);
  return { alert, ...(Object.fromEntries(defined) as Record<string, string>) };
}
