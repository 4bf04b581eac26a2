import { type Listening, listen } from '#lambdas/case-trackers/answer/listening.ts';
import { answerLink, mayAnswer } from '#lambdas/case-trackers/answer/tracker-answers.ts';
import { type MirrorPorts, mirrorCase } from '#lambdas/case-trackers/mirror/mirror-case.ts';
import { placeOf } from '#lambdas/case-trackers/place-of.ts';
import { LimitedError } from '#lambdas/case-trackers/tracker-errors.ts';
import type { TrackerHealth, TrackerPorts } from '#lambdas/case-trackers/tracker-ports.ts';
import type { TrackerSettings } from '#lambdas/contracts/support/case-trackers-settings.ts';
import type { TrackerLink } from '#lambdas/contracts/support/tracker-link.ts';
import { BusyError, PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';

/** Where a tracker names no time. */
const USUAL_PAUSE_SECONDS = 60;
/** Outages of hours pass by themselves. */
const FAILING_TOO_LONG_MS = 3 * 3_600_000;

type CaseName = { account: string; displayId: string };
type Failure = { error: unknown; one: CaseName | undefined };
export type TrackerLine = Awaited<ReturnType<typeof openLine>>;

/** One tracker during one run: what fails with one case is kept in mind, and a tracker that wants its peace gets it. */
export async function openLine(
  settings: TrackerSettings,
  ports: TrackerPorts & Pick<MirrorPorts, 'accountName'>,
) {
  const { name, text } = settings;
  const { now } = ports;
  const kept = await ports.healthOf(name);
  const failures: Failure[] = [];
  let until = kept.health.pausedUntil;
  let listening: Listening | undefined;
  let isReached = false;
  let done = 0;

  const isPaused = () => until !== undefined && now().toISOString() < until;
  const open = () => ports.open(name);

  /** Whether it succeeded. `one`: absent of what is no case's. */
  async function tried(one: CaseName | undefined, work: () => Promise<void>): Promise<boolean> {
    if (isPaused()) return false;
    try {
      await work();
      isReached = true;
      return true;
    } catch (error) {
      if (error instanceof LimitedError) {
        const seconds = error.afterSeconds ?? USUAL_PAUSE_SECONDS;
        until = new Date(now().getTime() + seconds * 1000).toISOString();
      } else failures.push({ error, one });
      return false;
    }
  }

  /** Another run that ended meanwhile knows as much. */
  async function writeHealth(health: TrackerHealth): Promise<void> {
    try {
      await ports.writeHealth(name, health, kept.version);
    } catch (error) {
      if (!(error instanceof RetryLaterError)) throw error;
    }
  }

  return {
    settings,
    isPaused,
    done: () => done,

    /** Never fails. */
    async mirror(one: CaseName): Promise<void> {
      const target = { name, place: placeOf(settings), text, open };
      if (await tried(one, () => mirrorCase(one, target, ports))) done += 1;
    },

    /** Learns which items ask for something. Never fails. */
    async listen(): Promise<void> {
      if (!mayAnswer(name, ports.answers)) return;
      await tried(undefined, async () => {
        const { memory } = await open();
        if (memory) listening = await listen(memory, kept.health.heard, now());
      });
    },

    /** Whether an item may ask for something, by what was learned. */
    asks: ({ item }: TrackerLink) => item !== undefined && listening?.asks(item.id) === true,

    /** Does what an item asks for. Never fails. */
    async answer(link: TrackerLink): Promise<void> {
      const { answers } = ports;
      if (!answers || !link.item) return;
      if (!(await tried(link, async () => answerLink(link, await open(), answers)))) return;
      done += 1;
      listening?.done(link.item.id);
    },

    /** Writes down how it went. Gives the errors that somebody must look at: what only time mends is none for hours. */
    async close(isSweep: boolean): Promise<Failure[]> {
      const isFailing = failures.some(({ error }) => isOutage(error));
      const failingSince = isFailing ? (kept.health.failingSince ?? now().toISOString()) : undefined;
      const health: TrackerHealth = {
        ...(isPaused() ? { pausedUntil: until } : {}),
        // Of one case that succeeds nothing follows for the others, nor where nothing was tried.
        failingSince: isSweep && (isFailing || isReached) ? failingSince : kept.health.failingSince,
        heard: listening?.heard() ?? kept.health.heard,
      };
      if (JSON.stringify(health) !== JSON.stringify(kept.health)) await writeHealth(health);
      const isLong =
        failingSince !== undefined && now().getTime() - Date.parse(failingSince) >= FAILING_TOO_LONG_MS;
      const grave = failures.filter(({ error }) =>
        isOutage(error) ? isLong : !(error instanceof RetryLaterError),
      );
      const left = failures.length - grave.length;
      if (left > 0 || isPaused())
        ports.note('Cases are left to the next sweep', { tracker: name, cases: left, isPaused: isPaused() });
      return grave;
    },
  };
}

/** What passes by itself, and is told when it does not. That two runs met passes each time. */
function isOutage(error: unknown): boolean {
  return error instanceof RetryLaterError && !(error instanceof BusyError);
}

/** Fails when all else is done, by one error for the many. */
export function throwGrave(grave: Failure[], tracker: string, ports: TrackerPorts): void {
  for (const some of Map.groupBy(grave, ({ error }) =>
    error instanceof Error ? error.message : '',
  ).values()) {
    ports.report('Cases are not mirrored', some[0]?.error, {
      tracker,
      cases: some.length,
      first: some[0]?.one,
    });
  }
  if (grave.length > 0)
    throw new PermanentError('Some cases are not in their tracker', { fields: { tracker } });
}
