import type { Provenance, Row } from '#lambdas/contracts/report.ts';
import { dayTableKey } from '#lambdas/contracts/report-keys.ts';
import { ADVISOR_ACCOUNTS, ADVISOR_ITEMS } from '#lambdas/contracts/trusted-advisor/advisor-tables.ts';
import { publishRows } from '#lambdas/runtime/tables/publish-rows.ts';
import type {
  AdvisorDay,
  PublishPorts,
  StandingAccount,
} from '#lambdas/trusted-advisor-sweep/advisor-day.ts';
import type { CountedAccount } from '#lambdas/trusted-advisor-sweep/count/advisor-summary.ts';
import { accountRow } from '#lambdas/trusted-advisor-sweep/publish/account-rows.ts';
import { itemRows } from '#lambdas/trusted-advisor-sweep/publish/item-rows.ts';
import { toNotes } from '#lambdas/trusted-advisor-sweep/publish/to-notes.ts';
import type { Snapshot } from '#lambdas/trusted-advisor-sweep/snapshot.ts';

type Seen = (account: StandingAccount, snapshot: Snapshot | undefined) => void;

/** Writes the table of items; each account passes by `seen` on its way. */
export async function publishItems(
  day: AdvisorDay,
  { store }: Pick<PublishPorts, 'store'>,
  seen: Seen,
): Promise<void> {
  const schema = ADVISOR_ITEMS;
  const { date } = day;
  await publishRows(store, {
    schema,
    key: dayTableKey(schema.name, date),
    period: date,
    rows: rowsOf(day, seen),
    provenanceOf: () => provenanceOf(day),
  });
}

/** Writes how each account was read. */
export async function publishAccounts(
  day: AdvisorDay,
  accounts: readonly CountedAccount[],
  { store }: Pick<PublishPorts, 'store'>,
): Promise<void> {
  const schema = ADVISOR_ACCOUNTS;
  const { date } = day;
  await publishRows(store, {
    schema,
    key: dayTableKey(schema.name, date),
    period: date,
    rows: [accounts.map((account) => accountRow(date, account))],
    provenanceOf: () => provenanceOf(day),
  });
}

async function* rowsOf({ date, accounts, readSnapshot }: AdvisorDay, seen: Seen): AsyncGenerator<Row[]> {
  for (const known of accounts) {
    const snapshot = await readSnapshot(known.account.id);
    seen(known, snapshot);
    if (snapshot) yield itemRows(date, known.account, snapshot);
  }
}

function provenanceOf({ at, accounts }: AdvisorDay): Provenance {
  const notes = toNotes({ accounts, at: at.toISOString() });
  return {
    run: `${at.toISOString().replaceAll(':', '').replace(/\.\d+/, '')}-daily`,
    fetchedAt: at.toISOString(),
    source: 'AWS Trusted Advisor',
    requests: 0,
    partial: notes.length > 0,
    notes,
  };
}
