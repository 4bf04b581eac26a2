import { healthAlertKey, PUBLIC_PART } from '#lambdas/contracts/health-alert-key.ts';
import { updateTimeOf } from '#lambdas/health-reconcile/event-facts.ts';
import type { Described } from '#lambdas/health-reconcile/health-api.ts';
import { dateOfCopy, type Standing, standingOf } from '#lambdas/health-reconcile/part-standing.ts';
import { readHealth } from '#lambdas/health-reconcile/read-health.ts';
import type { PartsMessage } from '#lambdas/health-reconcile/reconcile-message.ts';
import type { ReconcilePorts } from '#lambdas/health-reconcile/reconcile-ports.ts';
import { type Copy, toHealthMessages } from '#lambdas/health-reconcile/to-health-messages.ts';

type Due = { part: string; described: Described; standing: Exclude<Standing, 'current'> };

/**
 * Brings parts that the ledger lacks from the API to health-alerts, each account with its own details and
 * resources. What AWS does not tell of one is reported, and the rest goes on.
 */
export async function relayParts({ arn, parts }: PartsMessage, ports: ReconcilePorts): Promise<void> {
  const { copies, unanswered, errors } = await readHealth(ports, async (api) => {
    const details = await api.describe(arn, parts);
    const due = await findDue(arn, details.found, ports);
    const accounts = due.map(({ part }) => part).filter((part) => part !== PUBLIC_PART);
    const entities = await api.listEntities(arn, accounts);
    const isAnswered = (part: string) => part === PUBLIC_PART || entities.found.has(part);
    return {
      copies: due
        .filter(({ part }) => isAnswered(part))
        .map((share) => toCopy(arn, share, entities.found.get(share.part) ?? [], ports)),
      unanswered: [
        ...parts.filter((part) => !details.found.has(part)),
        ...accounts.filter((account) => !isAnswered(account)),
      ],
      errors: [...new Set([...details.errors, ...entities.errors])],
    };
  });
  await ports.relay(copies.flatMap(toHealthMessages));
  if (unanswered.length > 0) ports.report({ eventArn: arn, parts: unanswered, errors });
}

async function findDue(
  arn: string,
  details: Map<string, Described>,
  { knownParts }: ReconcilePorts,
): Promise<Due[]> {
  const [first] = details.values();
  if (!first) return [];
  const { eventTypeCode, startTime } = first.event;
  const known = await knownParts(
    healthAlertKey({ eventArn: arn, eventTypeCode, startedAt: startTime?.getTime() }),
  );
  return [...details].flatMap(([part, described]) => {
    const standing = standingOf(known.get(part), updateTimeOf(described.event));
    return standing === 'current' ? [] : [{ part, described, standing }];
  });
}

function toCopy(
  arn: string,
  { part, described, standing }: Due,
  entities: Copy['entities'],
  { hub }: ReconcilePorts,
): Copy {
  const updatedAt = dateOfCopy(updateTimeOf(described.event), standing);
  return { arn, part, described, entities, hub, updatedAt };
}
