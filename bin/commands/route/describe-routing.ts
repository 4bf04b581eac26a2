import { capabilities } from '#bin/commands/route/capabilities.ts';
import type { RoutedPart, RoutingExplanation } from '#bin/commands/route/explain-routing.ts';
import type { Observation } from '#lambdas/contracts/observation.ts';

/** Where an event would go, and why, for people. */
export function describeRouting(explanation: RoutingExplanation): string {
  const { source, detailType, capability } = explanation;
  if (capability === undefined) {
    const known = capabilities.map(
      ({ name, events }) =>
        `${[...new Set(events.flatMap(({ source: from }) => from))].join(' or ')} for ${name}`,
    );
    return [
      `No rule forwards this event: source ${source}, detail-type ${detailType}.`,
      `The rules forward what may matter of ${known.join(', ')}.`,
    ].join('\n');
  }
  if (!explanation.deployed) {
    return `${capability} would take this event, but reeve.config.ts has no block for it.`;
  }
  if (explanation.parts.length === 0) {
    return `${capability} makes no alert of this event: it is nobody’s trouble, or ends what is open.`;
  }
  return [
    ...explanation.parts.flatMap(describePart),
    'An update goes to every channel that was told of the alert before as well.',
  ].join('\n');
}

function describePart({ observation, routing }: RoutedPart): string[] {
  return [
    `${observation.title} (${observation.severity}, ${observation.part.status})`,
    ...describeMatchable(observation),
    '',
    whereTo(routing.channels, routing.mutedUntil),
    ...routing.reasons.map((reason) => `  ${reason}`),
    '',
  ];
}

function whereTo(channels: string[], mutedUntil: string | undefined): string {
  if (mutedUntil !== undefined) return `Goes nowhere before ${mutedUntil}:`;
  return channels.length > 0 ? `Goes to ${channels.join(', ')}:` : 'Goes nowhere:';
}

/** What routes and mutes could match on. */
function describeMatchable({ source, part, owner, labels }: Observation): string[] {
  const { account, accountName, region } = part;
  const facts = {
    source: [source],
    account: account ? [accountName ? `${account} (${accountName})` : account] : [],
    region: region ? [region] : [],
    owner: owner ? [owner] : [],
    ...labels,
  };
  const known = Object.entries(facts).filter(([, values]) => values.length > 0);
  return known.map(([name, values]) => `  ${name}: ${values.join(', ')}`);
}
