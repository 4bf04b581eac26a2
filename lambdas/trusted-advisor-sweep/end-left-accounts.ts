import { type EndedRow } from '#lambdas/trusted-advisor-sweep/compare/end-rows.ts';
import type { SweepPorts } from '#lambdas/trusted-advisor-sweep/sweep-ports.ts';
import { toEndings } from '#lambdas/trusted-advisor-sweep/tell/to-readings.ts';

/** Ends what is open of an account that is no member any more: nobody could tell when it is over. Gives the messages sent. */
export async function endLeftAccount(
  account: string,
  { items, tell, now }: Pick<SweepPorts, 'items' | 'tell' | 'now'>,
): Promise<number> {
  const open = (await items.rowsOf(account)).filter(({ state }) => state === 'open');
  const ended = open.map(({ check, key }): EndedRow => ({ check, key, ending: 'left' }));
  const readings = toEndings(account, ended, now());
  if (readings.length > 0) await tell(readings);
  return readings.length;
}
