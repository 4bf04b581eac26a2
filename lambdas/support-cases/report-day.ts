import { stateKey } from '#lambdas/contracts/report-keys.ts';
import type { Account } from '#lambdas/contracts/settings.ts';
import type { AccountReading } from '#lambdas/contracts/support/account-reading.ts';
import { type ReportStore, readJson, writeJson } from '#lambdas/runtime/report-store.ts';
import type { SupportPorts } from '#lambdas/support-cases/support-ports.ts';
import type { NoticeMemory } from '#lambdas/support-cases/tell/notice-memory.ts';
import { toNotices } from '#lambdas/support-cases/tell/to-notices.ts';

const NOTICES_KEY = stateKey('support-cases', 'notices');

export type ReportPorts = { store: ReportStore };

/** Once a day: which accounts are not read, and why. */
export async function reportDay({
  rows,
  store,
  observe,
  readAccounts,
  now,
}: SupportPorts & ReportPorts): Promise<void> {
  const at = now();
  const known = await readAccounts();
  const tried: { account: Account; reading: AccountReading }[] = [];
  for (const account of known.asked) {
    const kept = await rows.readingOf(account.id);
    if (kept) tried.push({ account, reading: kept.reading });
  }
  const before = (await readJson<NoticeMemory>(store, NOTICES_KEY)) ?? {};
  const { observations, memory } = toNotices(tried, before, at);
  for (const observation of observations) await observe(observation);
  await writeJson(store, NOTICES_KEY, memory);
}
