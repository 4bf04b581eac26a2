import { Failure } from '#bin/commands/command-line/errors.ts';
import { type Capability, capabilities } from '#bin/commands/route/capabilities.ts';
import { matchRoutes, type Routing } from '#lambdas/alert-desk/match-routes.ts';
import type { Observation } from '#lambdas/contracts/observation.ts';
import type { Mute } from '#lambdas/contracts/settings.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';
import type { Settings } from '#lib/settings.ts';
import { matchesPattern } from '#local/bus/event-pattern.ts';

export type RoutingExplanation = { source: string; detailType: string } & (
  | { capability: undefined }
  | { capability: string; deployed: false }
  | { capability: string; deployed: true; parts: RoutedPart[] }
);

/** An account's share of what the event is about, and where it goes. */
export type RoutedPart = { observation: Observation; routing: Routing };

/** Leads an event the way it would go: rule, capability, routes, mutes. Nothing is sent anywhere. */
export async function explainRouting(
  text: string,
  settings: Settings,
  madeMutes: Mute[],
  now: Date,
): Promise<RoutingExplanation> {
  const { source, detailType, envelope } = readEnvelope(text);
  const event = { source, detailType };
  const found = capabilities.find(({ events }) =>
    events.some(({ detailType: types, ...pattern }) =>
      matchesPattern({ ...pattern, 'detail-type': types }, envelope),
    ),
  );
  if (!found) return { ...event, capability: undefined };
  const { name: capability } = found;
  if (!found.isDeployed(settings)) return { ...event, capability, deployed: false };

  const observations = await observe(found, text, settings);
  const mutes = [...settings.mutes, ...madeMutes];
  const parts = observations.map((observation) => {
    const { source, severity, labels, owner, part } = observation;
    const { account, region } = part;
    const routable = { source, severity, labels, owner, account, region };
    return { observation, routing: matchRoutes(routable, settings, mutes, now) };
  });
  return { ...event, capability, deployed: true, parts };
}

function readEnvelope(text: string): { source: string; detailType: string; envelope: object } {
  const event = parse(text);
  const { source, 'detail-type': detailType } = event ?? {};
  if (event && typeof source === 'string' && typeof detailType === 'string') {
    return { source, detailType, envelope: event };
  }
  const missing = [
    ...(typeof source === 'string' ? [] : ['source']),
    ...(typeof detailType === 'string' ? [] : ['detail-type']),
  ];
  throw new Failure(
    `This is no event of EventBridge: it must be a JSON object with ${missing.join(' and ')}.`,
  );
}

function parse(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text) as Record<string, unknown> | null;
  } catch (error) {
    throw new Failure(`The file is not JSON: ${(error as Error).message}`, { cause: error });
  }
}

async function observe(capability: Capability, text: string, settings: Settings): Promise<Observation[]> {
  try {
    return await capability.observe(text, settings);
  } catch (error) {
    if (!(error instanceof PermanentError)) throw error;
    const fields = [error.fields['fields']].flat().join(', ');
    throw new Failure(
      `${capability.name} cannot read this event, which would end in its dead letters. Wrong or missing: ${fields}`,
      { cause: error },
    );
  }
}
