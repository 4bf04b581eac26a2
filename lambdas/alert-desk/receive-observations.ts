import type { DeskPorts } from '#lambdas/alert-desk/desk-ports.ts';
import { mergePart } from '#lambdas/alert-desk/merge-part.ts';
import { ofNewLife, withOccurrence } from '#lambdas/alert-desk/occurrences.ts';
import { saveHead } from '#lambdas/alert-desk/save-head.ts';
import { tellAll } from '#lambdas/alert-desk/tell-all.ts';
import { headWith, newHead, type PartChange } from '#lambdas/alert-desk/update-head.ts';
import { hasNews } from '#lambdas/alert-desk/words.ts';
import { findsNewChannel, isOwed, writePart } from '#lambdas/alert-desk/write-part.ts';
import type { Head } from '#lambdas/contracts/ledger.ts';
import type { Observation } from '#lambdas/contracts/observation.ts';
import type { Mute } from '#lambdas/contracts/settings.ts';

/**
 * Enters observations of one alert into the ledger, in the order given: first the parts, then once the
 * head, then a delivery for each of its channels, for repeats too. A repeat after a crash anywhere in
 * between finds out what is missing and counts nothing twice.
 */
export async function receiveObservations(observations: Observation[], ports: DeskPorts): Promise<void> {
  const [first] = observations;
  if (!first) return;
  const stored = await ports.readHead(first.key);
  const mutes = [...ports.settings.mutes, ...(await ports.readMutes())];
  const changes = new Map<string, PartChange>();

  for (const observation of observations) {
    const { owed, ...change } = await enterPart(observation, stored, mutes, ports);
    if (owed) changes.set(change.part.id, change);
  }

  const before = stored ?? newHead(first, ports.now());
  const isNews = changes.size > 0 || observations.some((observation) => hasNews(before, observation));
  const head = isNews
    ? await saveHead(
        headWith(before, [...changes.values()], observations, ports.now()),
        before.revision,
        ports,
      )
    : before;
  await tellAll(head, ports);
}

async function enterPart(
  observation: Observation,
  head: Head | undefined,
  mutes: Mute[],
  ports: DeskPorts,
): Promise<PartChange & { owed: boolean }> {
  const { key, part } = observation;
  const stored = await ports.readPart(key, part.id);
  const merge = mergePart(stored, observation);
  const share = merge.verdict === 'accepted' ? merge.part : stored;
  if (!share) throw new Error('A part that is not stored cannot be older or a duplicate');
  const { occurrence } = observation;
  const known = stored?.occurrences;
  const isNewLife = merge.verdict === 'accepted' && stored?.status === 'resolved' && share.status === 'open';
  const counted = isNewLife ? ofNewLife(known, occurrence) : known;
  const occurrences = occurrence ? withOccurrence(counted, occurrence) : known;
  const merged = { ...share, ...(occurrences ? { occurrences } : {}) };
  const write = { key, merged, incoming: observation, stored, head, mutes };
  // Older news changes nothing but the count; whoever would have heard of it in time hears of the part.
  const isNews = merge.verdict === 'accepted' || occurrences !== known;
  if (stored && !isNews && !findsNewChannel(write, ports)) {
    return { part: stored, before: stored.counted, owed: isOwed(stored, head) };
  }
  const written = await writePart(write, ports);
  return { part: written, before: written.counted, owed: true };
}
