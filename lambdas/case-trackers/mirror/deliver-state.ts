import { deliveryId } from '#lambdas/case-trackers/mirror/fingerprints.ts';
import type { Goal } from '#lambdas/case-trackers/mirror/goal.ts';
import type { LinkDesk } from '#lambdas/case-trackers/mirror/link-desk.ts';
import type { SeenItem, StateChange, Tracker } from '#lambdas/case-trackers/tracker.ts';
import type { TrackerLink } from '#lambdas/contracts/support/tracker-link.ts';
import { caseMarker } from '#lambdas/contracts/support/tracker-markers.ts';

/** `isNews`: the case itself has changed since the last delivery, not only its texts. */
export async function deliverState(
  desk: LinkDesk,
  goal: Goal,
  tracker: Tracker,
  isNews: boolean,
): Promise<void> {
  const link = desk.now();
  const { item, states } = link;
  if (!item) return;
  const change = tracker.memory
    ? changeOf(link, goal, await tracker.memory.readItem(item), isNews)
    : link.state === goal.state
      ? {}
      : { isClosed: goal.state === 'done' };
  if (Object.keys(change).length > 0) {
    const labels = [...(link.labels ?? []), ...(goal.label ? [goal.label] : [])];
    await desk.begin({ what: 'state' }, { labels, state: undefined, label: undefined });
    const id = deliveryId(caseMarker(link), 'state', states + 1);
    await tracker.setState(item, change, { id, text: goal.stateText });
  }
  const isSame = link.state === goal.state && link.label === goal.label && !desk.now().begun;
  const labels = goal.label ? [goal.label] : [];
  if (!isSame) await desk.end({ state: goal.state, label: goal.label, labels, states: states + 1 });
}

/**
 * What has to change for people to see the state. Who closed an issue, opened it again or took a label off is left alone
 * until the case says something else.
 */
function changeOf(link: TrackerLink, goal: Goal, current: SeenItem, isNews: boolean): StateChange {
  const isDone = goal.state === 'done';
  const closes = isDone && link.state !== 'done' && !current.isClosed;
  const reopens = !isDone && (isNews || link.state === undefined) && current.isClosed;
  const has = (label: string | undefined) => label !== undefined && current.labels.includes(label);
  const isOther = link.label !== goal.label;
  const removed = link.labels?.filter((label) => label !== goal.label && has(label)) ?? [];
  const added = isOther && !has(goal.label) ? goal.label : undefined;
  return {
    ...(closes ? { isClosed: true } : {}),
    ...(reopens ? { isClosed: false } : {}),
    ...(removed.length > 0 ? { removeLabels: [...new Set(removed)] } : {}),
    ...(added ? { addLabel: added } : {}),
  };
}
