import { RetryLaterError } from '#lambdas/runtime/errors.ts';
import { isShown } from '#lambdas/support-cases/is-shown.ts';
import type { CaseApi, ReadCase } from '#lambdas/support-cases/read/case-api.ts';
import { stateOf } from '#lambdas/support-cases/read/support-errors.ts';
import { hintKeyOf, type SupportEvent } from '#lambdas/support-cases/support-event.ts';
import type { SupportPorts } from '#lambdas/support-cases/support-ports.ts';
import { syncLatest } from '#lambdas/support-cases/sync/sync-latest.ts';

/** The first try, and the two of Lambda. */
const TRIES = 3;
/** Changes of which the event says when they were. */
const DATED = ['ResolveCase', 'ReopenCase'];
/** They have a notice of their own, and another try changes nothing. */
const NOT_READ = ['no-plan', 'no-role', 'refused'];

/**
 * Reads the case that an event is about. Fails with `RetryLaterError` where AWS does not show the news yet, and leaves it
 * to the next sweep after the third try.
 */
export async function handleEvent(event: SupportEvent, ports: SupportPorts): Promise<void> {
  const { rows, note } = ports;
  const { account, detail } = event;
  const displayId = detail['display-id'];
  const key = hintKeyOf(event);
  const kept = await rows.hintOf(account, key);
  const tries = (kept?.hint.tries ?? 0) + 1;
  try {
    const api = await ports.openAccount(account);
    const found = await findCase(api, displayId);
    if (found) await syncHinted(api, found, event, ports);
    if (isShown(found, event)) {
      if (kept) await rows.deleteHint(account, key);
      return;
    }
  } catch (error) {
    if (!NOT_READ.includes(stateOf(error))) throw error;
    note('The account of an event is not read', { account, state: stateOf(error) });
    return;
  }
  const hint = { displayId, eventName: detail['event-name'], at: event.time, tries };
  await rows.writeHint(account, key, hint, kept?.version ?? 0);
  if (tries < TRIES) throw new RetryLaterError('AWS does not show the news yet', { fields: { account } });
  note('The news of an event is left to the next sweep', { account, displayId });
}

/** By its number, whatever its state; undefined where AWS does not show it. */
export async function findCase(api: CaseApi, displayId: string): Promise<ReadCase | undefined> {
  for await (const page of api.cases({ displayId })) {
    const found = page.find((one) => one.displayId === displayId);
    if (found) return found;
  }
  return undefined;
}

async function syncHinted(
  api: CaseApi,
  found: ReadCase,
  { account: id, time, detail }: SupportEvent,
  ports: SupportPorts,
): Promise<void> {
  const { rows } = ports;
  const account = (await ports.readAccounts()).of(id);
  const before = await rows.caseOf(id, found.displayId);
  const isDated = DATED.includes(detail['event-name']);
  // Its files are fetched by the next sweep: whatever their size, no event waits for them.
  await syncLatest(
    api,
    {
      account,
      found,
      before,
      permits: before?.permits ?? [],
      by: 'event',
      ...(isDated ? { changedAt: new Date(time).toISOString() } : {}),
      // What an event announces is new, even of a case that was over before the first sweep.
      isBaseline: false,
      isFull: false,
    },
    ports,
  );
}
