import { stateKey } from '#lambdas/contracts/report-keys.ts';
import type { Account } from '#lambdas/contracts/settings.ts';
import type { AccountReading } from '#lambdas/contracts/support/account-reading.ts';
import { readJson, writeJson } from '#lambdas/runtime/report-store.ts';
import { publishMeasures } from '#lambdas/support-cases/measure/publish-measures.ts';
import type { SupportPorts } from '#lambdas/support-cases/support-ports.ts';
import type { NoticeMemory } from '#lambdas/support-cases/tell/notice-memory.ts';
import { toNotices } from '#lambdas/support-cases/tell/to-notices.ts';

const NOTICES_KEY = stateKey('support-cases', 'notices');

/** Once a day: which accounts are not read, and why; and the measures of all cases. */
export async function reportDay(ports: SupportPorts): Promise<void> {
  const { rows, readAccounts, now } = ports;
  const at = now();
  const { asked } = await readAccounts();
  const readings: { account: Account; reading: AccountReading | undefined }[] = [];
  for (const account of asked) {
    const kept = await rows.readingOf(account.id);
    readings.push({ account, reading: kept?.reading });
  }
  await tellNotices(
    readings.flatMap(({ account, reading }) => (reading ? [{ account, reading }] : [])),
    ports,
    at,
  );
  await publishMeasures(readings, ports, at);
}

async function tellNotices(
  tried: { account: Account; reading: AccountReading }[],
  { store, observe }: SupportPorts,
  at: Date,
): Promise<void> {
  const before = (await readJson<NoticeMemory>(store, NOTICES_KEY)) ?? {};
  const { observations, memory } = toNotices(tried, before, at);
  for (const observation of observations) await observe(observation);
  await writeJson(store, NOTICES_KEY, memory);
}
