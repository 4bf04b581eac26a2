import { referenceOf } from '#lambdas/chat-delivery/reference.ts';
import type { Head } from '#lambdas/contracts/ledger.ts';
import type { Severity } from '#lambdas/contracts/observation.ts';

/** An alert of ECS that is open, and what it is about. */
export type OpenAlert = {
  /** Six letters, as its messages bear them. */
  reference: string;
  title: string;
  severity: Severity;
  /** ISO 8601 in UTC. */
  since: string;
  /** Of the service, instance, daemon or cluster. */
  arn: string;
  account: string;
  region: string;
  cluster: string;
};

const SCOPE = /^ecs\/(arn:[^:]*:ecs:([^:]*):([^:]*):.+)$/s;

/** Undefined where the head is of another source, or resolved meanwhile. */
export function toOpenAlert(head: Head | undefined): OpenAlert | undefined {
  if (head?.status !== 'open' || head.content.source !== 'ecs') return undefined;
  const { key, content, openedAt, reopenedAt = openedAt } = head;
  const [, arn = '', region = '', account = ''] = SCOPE.exec(content.scope) ?? [];
  return {
    reference: referenceOf(key),
    title: content.title,
    severity: content.severity,
    since: reopenedAt,
    arn,
    account,
    region,
    cluster: content.labels['cluster']?.[0] ?? '',
  };
}
