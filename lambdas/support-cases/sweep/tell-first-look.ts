import { stateKey } from '#lambdas/contracts/report-keys.ts';
import type { AccountReading } from '#lambdas/contracts/support/account-reading.ts';
import { caseStateOf } from '#lambdas/contracts/support/case-state.ts';
import type { KnownAccounts } from '#lambdas/runtime/known-accounts.ts';
import { readJson, writeJson } from '#lambdas/runtime/report-store.ts';
import type { SupportPorts } from '#lambdas/support-cases/support-ports.ts';
import { toFirstLook } from '#lambdas/support-cases/tell/to-first-look.ts';

/** `until`: accounts whose first reading began up to then are told. */
type Told = { until: string };

const TOLD_KEY = stateKey('support-cases', 'first-look');

/**
 * Tells in one digest what was open in accounts that were read for the first time. A run that ended before it was told, or
 * before that was remembered, leaves it to the next: under the same key, so that a digest is mended rather than told twice.
 */
export async function tellFirstLook(
  known: KnownAccounts,
  readings: ReadonlyMap<string, AccountReading>,
  { rows, store, observe }: Pick<SupportPorts, 'rows' | 'store' | 'observe'>,
): Promise<void> {
  const told = await readJson<Told>(store, TOLD_KEY);
  const untold: { id: string; baselineAt: string }[] = [];
  for (const { id } of known.asked) {
    const baselineAt = readings.get(id)?.baselineAt;
    if (baselineAt && baselineAt > (told?.until ?? '')) untold.push({ id, baselineAt });
  }
  const moments = untold.map(({ baselineAt }) => baselineAt).sort();
  const [first, last] = [moments[0], moments.at(-1)];
  if (first === undefined || last === undefined) return;

  const open = [];
  for (const { id } of untold) {
    const cases = await rows.casesOf(id);
    open.push(...cases.filter(({ isBaseline, status }) => isBaseline && caseStateOf(status) !== 'resolved'));
  }
  if (open.length > 0) {
    const accountName = (id: string) => known.of(id).name ?? id;
    await observe(toFirstLook(open, { accountName, at: new Date(first), readAt: new Date(last) }));
  }
  await writeJson(store, TOLD_KEY, { until: last } satisfies Told);
}
