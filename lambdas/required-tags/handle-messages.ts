import type { Observation } from '#lambdas/contracts/observation.ts';
import type { Account, RequiredTagsSettings } from '#lambdas/contracts/settings.ts';
import type { ResourceKey, TagFinding } from '#lambdas/contracts/tags/tag-finding.ts';
import type { TagMessage } from '#lambdas/required-tags/compliance-event.ts';
import { type Decision, decideFinding } from '#lambdas/required-tags/decide-finding.ts';
import { type Look, lookName } from '#lambdas/required-tags/look.ts';
import { newestNews } from '#lambdas/required-tags/newest-news.ts';
import { tellAlerts } from '#lambdas/required-tags/tell-alerts.ts';
import { isNews, toFinding } from '#lambdas/required-tags/to-finding.ts';
import { type TagNews, toNews } from '#lambdas/required-tags/to-news.ts';

/** `homeRegion`: where global resources are looked at, and shown. */
export type TagSettings = RequiredTagsSettings & { homeRegion: string };

export type TagPorts = {
  settings: TagSettings;
  /** What is known of an account; one that is not known still has its id. */
  accountDirectory: (accountId: string) => Promise<Account>;
  /** Looks at resources of any account, by their rows. Never fails: what could not be asked is `unanswered`. */
  lookAt: (news: TagNews[]) => Promise<Map<string, Look>>;
  findings: FindingPorts;
  tell: (observation: Observation) => Promise<void>;
  /** Says how many messages came to what. */
  report: (counts: Record<string, number>) => void;
  now: () => Date;
};

export type FindingPorts = {
  read: (key: ResourceKey) => Promise<TagFinding | undefined>;
  /** Fails with `RetryLaterError` where another has written the row since it was read. */
  write: (finding: TagFinding) => Promise<void>;
  /** All findings of an account that are told in an alert, those that are over among them. */
  readAlert: (account: string, alert: string) => Promise<TagFinding[]>;
  /** A number greater than all that the alert had before. */
  nextVersion: (account: string, alert: string) => Promise<number>;
  /** When a policy was first heard of in an account and Region, in milliseconds: now at the latest. */
  rolledOutAt: (
    place: Pick<ResourceKey, 'account' | 'region'>,
    version: string,
    at: number,
  ) => Promise<number>;
};

/**
 * Tells the alert desk what a batch of messages says of resources. Messages have waited already for as long as people
 * may take to tag what they made, so that the look at a resource is its last word. Findings are written before anybody
 * is told: what fails in between is told when the batch comes again.
 */
export async function handleMessages(messages: TagMessage[], ports: TagPorts): Promise<void> {
  const { settings, findings } = ports;
  const now = ports.now();
  const all = messages.flatMap((message) => toNews(message, settings, now) ?? []);
  const counts = new Map<string, number>();
  const count = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);

  const cases = await Promise.all(
    newestNews(all).map(async (news) => ({ news, finding: await findings.read(news) })),
  );
  const isOpen = (finding: TagFinding | undefined) => finding?.status === 'open';
  const looks = await ports.lookAt(
    cases.filter(({ news, finding }) => news.says !== 'complies' || isOpen(finding)).map(({ news }) => news),
  );
  const touched = new Map<string, TagFinding[]>();
  const touch = (alert: string, changed: TagFinding[] = []) =>
    touched.set(alert, [...(touched.get(alert) ?? []), ...changed]);

  for (const { news, finding } of cases) {
    const account = await ports.accountDirectory(news.account);
    const look = looks.get(lookName(news)) ?? { status: 'unanswered' as const };
    const rolledOutAt =
      news.firstOf === undefined
        ? undefined
        : await findings.rolledOutAt(news, news.firstOf, news.evaluatedAt);
    const { policy } = settings;
    const decision = decideFinding({ news, finding, look, account, policy, rolledOutAt, now });
    count(wordOf(decision));
    const changed = toFinding(decision, { news, finding, account, settings, now });
    const isChange = changed !== undefined && isNews(changed, finding);
    // Told once more, in case that it was written and never told: by the message that wrote it, in the same words.
    if (finding) touch(finding.alert, finding.orderedBy === news.at && !isChange ? [finding] : []);
    if (!changed || (finding?.orderedBy === news.at && !isChange)) continue;
    await findings.write(changed);
    touch(changed.alert, isChange ? [changed] : []);
  }
  await tellAlerts(touched, ports);
  if (counts.size > 0) ports.report(Object.fromEntries(counts));
}

function wordOf(decision: Decision): string {
  return decision.kind === 'drop' ? decision.reason : decision.kind;
}
