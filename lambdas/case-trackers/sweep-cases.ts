import { isHeard } from '#lambdas/case-trackers/answer/tracker-answers.ts';
import { beginElsewhere } from '#lambdas/case-trackers/begin-elsewhere.ts';
import { seenOf } from '#lambdas/case-trackers/mirror/fingerprints.ts';
import { isMirrored } from '#lambdas/case-trackers/mirror/is-mirrored.ts';
import { placeOf } from '#lambdas/case-trackers/place-of.ts';
import { takesAccount } from '#lambdas/case-trackers/takes-account.ts';
import { openLine, type TrackerLine, throwGrave } from '#lambdas/case-trackers/tracker-line.ts';
import type { TrackerPorts } from '#lambdas/case-trackers/tracker-ports.ts';
import type { Account } from '#lambdas/contracts/settings.ts';
import { workSideBySide } from '#lambdas/runtime/work-side-by-side.ts';

/** Trackers are called one after the other anyway; rows are read side by side. */
const ACCOUNTS_AT_ONCE = 5;

/** Compares all cases with what their trackers were told, and mends what differs. */
export async function sweepCases(ports: TrackerPorts): Promise<void> {
  const known = await ports.readAccounts();
  const accountName = async (id: string) => known.of(id).name ?? id;
  const lines = await Promise.all(
    ports.trackers.map((settings) => openLine(settings, { ...ports, accountName })),
  );
  await Promise.all(lines.map((line) => line.listen()));
  const errors: unknown[] = [];
  const sweep = async (account: Account) => {
    const takers = lines.filter(({ settings, isPaused }) => !isPaused() && takesAccount(settings, account));
    if (takers.length === 0) return;
    try {
      await sweepAccount(account, takers, ports);
    } catch (error) {
      errors.push(error);
    }
  };
  const accounts = beginElsewhere(known.asked, ports.now());
  const notBegun = await workSideBySide(accounts, ACCOUNTS_AT_ONCE, sweep, ports.hasTime);
  const failures: unknown[] = [...errors];
  for (const line of lines) {
    try {
      throwGrave(await line.close(true), line.settings.name, ports);
    } catch (error) {
      failures.push(error);
    }
  }
  const mirrored = Object.fromEntries(lines.map(({ settings, done }) => [settings.name, done()]));
  ports.note('Cases compared with their trackers', { mirrored, notBegun: notBegun.length });
  if (failures.length > 0) throw failures[0];
}

async function sweepAccount({ id }: Account, lines: TrackerLine[], ports: TrackerPorts): Promise<void> {
  const { casesOf, linksOf, now, hasTime } = ports;
  const rows = await casesOf(id);
  if (rows.length === 0) return;
  const links = new Map((await linksOf(id)).map((link) => [`${link.tracker}#${link.displayId}`, link]));
  await Promise.all(
    lines.map(async (line) => {
      const { name, text } = line.settings;
      const place = placeOf(line.settings);
      for (const row of rows) {
        const kept = links.get(`${name}#${row.displayId}`);
        const link = kept?.place === place ? kept : undefined;
        const isDue = isMirrored(row, link, now()) && (link?.seen !== seenOf(row, text) || link.begun);
        if (isDue && hasTime()) await line.mirror({ account: id, displayId: row.displayId });
        if (isHeard(row, link, now()) && line.asks(link) && hasTime()) await line.answer(link);
      }
    }),
  );
}
