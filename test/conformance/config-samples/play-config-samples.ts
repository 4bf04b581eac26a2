import { existsSync } from 'node:fs';
import { TagMessage } from '#lambdas/required-tags/compliance-event.ts';
import { isKnownType, tagsProvenBy } from '#lib/tags/resource-types.ts';
import { type Played, playConfigEvent } from '#test/conformance/config-samples/play-config-event.ts';
import { playConfigItem } from '#test/conformance/config-samples/play-config-item.ts';
import { playConfigRows } from '#test/conformance/config-samples/play-config-rows.ts';
import {
  type ConfigSample,
  readConfigSamples,
} from '#test/conformance/config-samples/read-config-samples.ts';
import type { Tally } from '#test/conformance/tally.ts';

/** Every sample of AWS Config through the rules and functions of required tags, each by the way that it comes. */
export async function playConfigSamples(folder: string, assembly: string, tally: Tally): Promise<void> {
  const samples = existsSync(folder) ? readConfigSamples(folder) : [];
  if (samples.length === 0) tally.missing('samples of AWS Config', folder);
  for (const sample of samples) {
    try {
      for (const { line, complaints } of await playSample(sample, assembly)) {
        if (complaints.length === 0) tally.passed(`config/${sample.name} → ${line}`);
        else tally.failed(`config/${sample.name} → ${line}\n  ${complaints.join('\n  ')}`);
      }
    } catch (error) {
      tally.failed(`config/${sample.name} → ${String(error)}`);
    }
  }
}

async function playSample(sample: ConfigSample, assembly: string): Promise<Played[]> {
  switch (sample.kind) {
    case 'event':
      return playConfigEvent(sample.event, assembly);
    case 'items': {
      const played: Played[] = [];
      for (const item of sample.items) played.push(await playConfigItem(item, assembly));
      return played;
    }
    case 'rows':
      return [await playConfigRows(sample.rows)];
    case 'managed rules':
      return [ofManagedRules(sample.rules)];
    case 'silent':
      return [ofSilent(sample)];
  }
}

/** What AWS's own rules read tags of, the project's data must know as proven. */
function ofManagedRules(rules: Record<string, { resourceTypes: string[] }>): Played {
  const types = [...new Set(Object.values(rules).flatMap(({ resourceTypes }) => resourceTypes))];
  const known = types.filter(isKnownType);
  const unproven = known.filter((type) => tagsProvenBy(type) === undefined);
  const unknown = types.length - known.length;
  return {
    line: `${known.length} of ${types.length} types have proven tags; AWS Config records ${unknown} under no such name`,
    complaints: unproven.map((type) => `${type} is not proven`),
  };
}

/** It names no resource: no rule of a bus forwards it, and the function's own reader turns it away. */
function ofSilent({ why, json }: Extract<ConfigSample, { kind: 'silent' }>): Played {
  const isRead = TagMessage.safeParse(json).success;
  return { line: `not kept: ${why}`, complaints: isRead ? ['the function reads it'] : [] };
}
