import settings from '#config';
import { requiredTagsSettingsOf } from '#lib/tags/required-tags-settings.ts';
import type { BusEvent } from '#local/bus/bus-event.ts';
import type { WorldResource } from '#local/counterparts/organization/world-resources.ts';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { type Hearing, hearChannels, watchRefusals } from '#test/conformance/hear-channels.ts';

/** A member of the settings, in a Region that has rules. */
export const PLACE = { account: settings.accounts[0]?.id ?? '', region: settings.regions[0] ?? '' };
if (!settings.tags) throw new Error('The settings have no policy of tags to hold samples to');
export const { policy } = requiredTagsSettingsOf(settings, settings.tags);

/** For longer than people are given to tag what they made. */
const MINUTES = 6;
const MINUTE_MS = 60_000;

export type Heard = Hearing & { matched: boolean };

export type ConfigStage = {
  cloud: EmbeddedCloud;
  /** Lets the time pass until what is told is told. */
  pass: () => Promise<void>;
  /** An event, and what people read in its wake. */
  tell: (event: BusEvent) => Promise<Heard>;
  hear: () => Heard;
  /** What nobody should have seen: refusals, errors, dead letters. */
  troubles: () => string[];
};

/** A cloud of its own, in which no resource is but those that a sample brings. */
export async function onConfigStage<Result>(
  assembly: string,
  play: (stage: ConfigStage) => Promise<Result>,
): Promise<Result> {
  const cloud = await startEmbeddedCloud({ assembly, fires: ({ arn }) => arn.includes('AlertClock') });
  try {
    const refusals = watchRefusals(cloud.gateway);
    const pass = async () => {
      await cloud.settled();
      for (let minute = 0; minute < MINUTES; minute += 1) {
        cloud.clock.advance(MINUTE_MS);
        await cloud.settled();
      }
    };
    const hear = () => ({
      ...hearChannels(cloud.products),
      matched: cloud.journal.steps.some(({ kind, text }) => kind === 'rule' && text.endsWith(' matched')),
    });
    const tell = async (event: BusEvent) => {
      await cloud.putEvent(event);
      await pass();
      return hear();
    };
    const troubles = () => [...hear().complaints, ...refusals, ...failuresOf(cloud)];
    return await play({ cloud, pass, tell, hear, troubles });
  } finally {
    await cloud.stop();
  }
}

/** What is there without any rule having been told: the sample's own event is to be the only one. */
export function put(
  { cloud }: Pick<ConfigStage, 'cloud'>,
  resource: Pick<WorldResource, 'type' | 'id' | 'tags'> & Partial<WorldResource>,
): WorldResource {
  const now = cloud.clock.now();
  const arn = resource.id.startsWith('arn:') ? resource.id : `arn:aws:sample:::${resource.id}`;
  const put = { ...PLACE, arn, createdAt: now, changedAt: now, ...resource };
  cloud.organization.world.resources.push(put);
  return put;
}

function failuresOf({ queues, journal }: EmbeddedCloud): string[] {
  const left = queues.names().filter((name) => /DeadLetters/.test(name) && queues.inspect(name).length > 0);
  const errors = journal.steps.filter(({ kind, failed }) => kind === 'log' && failed);
  return [...left.map((name) => `left behind in ${name}`), ...errors.map(({ text }) => text)];
}

/** Who was told, and what stands there now. */
export function saidOf({ told, summary }: Heard): string {
  return told.length > 0 ? `${told.join(', ')} | ${summary}` : 'no message';
}
