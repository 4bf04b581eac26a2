import type { TagFinding } from '#lambdas/contracts/tags/tag-finding.ts';
import type { TagMessage } from '#lambdas/required-tags/compliance-event.ts';
import { type Decision, decideFinding } from '#lambdas/required-tags/decide-finding.ts';
import { lookName } from '#lambdas/required-tags/look.ts';
import { newestNews } from '#lambdas/required-tags/newest-news.ts';
import type { TagPorts } from '#lambdas/required-tags/tag-ports.ts';
import { tellAlerts } from '#lambdas/required-tags/tell-alerts.ts';
import { isNews, toFinding } from '#lambdas/required-tags/to-finding.ts';
import { toNews } from '#lambdas/required-tags/to-news.ts';

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
    cases
      .filter(
        ({ news, finding }) => news.says !== 'unwatched' && (news.says !== 'complies' || isOpen(finding)),
      )
      .map(({ news }) => news),
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
    if (finding?.formerAlert) touch(finding.formerAlert);
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
