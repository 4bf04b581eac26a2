import { findLedger, type LedgerPlace } from '#bin/commands/mute/find-ledger.ts';
import { MUTES_PARTITION } from '#lambdas/contracts/ledger.ts';
import type { Mute } from '#lambdas/contracts/settings.ts';
import { bodyOf, ledgerRows } from '#lambdas/runtime/ledger-rows.ts';

/** A mute of the ledger; those that are over stay for a while. `revision` counts the writes of its row. */
export type MadeMute = Mute & { revision: number };

export async function listMutes(place: LedgerPlace): Promise<MadeMute[]> {
  const items = ledgerRows(await findLedger(place)).query({
    KeyConditionExpression: 'alert = :mutes',
    ExpressionAttributeValues: { ':mutes': { S: MUTES_PARTITION } },
    ConsistentRead: true,
  });
  const mutes: MadeMute[] = [];
  for await (const item of items) mutes.push(bodyOf<MadeMute>(item));
  return mutes;
}

/** Fails where someone else has written the mute since `before` was read. */
export async function writeMute(
  place: LedgerPlace,
  mute: Mute,
  before: MadeMute | undefined,
  now: Date,
): Promise<void> {
  const revision = before?.revision ?? 0;
  const made: MadeMute = { ...mute, revision: revision + 1 };
  const rows = ledgerRows(await findLedger(place));
  await rows.write({ alert: MUTES_PARTITION, row: mute.id }, made, revision, made.revision, now);
}
