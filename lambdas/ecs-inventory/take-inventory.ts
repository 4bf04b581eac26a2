import type { Provenance, Row } from '#lambdas/contracts/report.ts';
import type { AskedAccount } from '#lambdas/ecs-inventory/accounts-to-ask.ts';
import { publishInventory } from '#lambdas/ecs-inventory/publish-inventory.ts';
import { type AccountPorts, readAccount, type Unread } from '#lambdas/ecs-inventory/read-account.ts';
import { reasonOf, toNotes } from '#lambdas/ecs-inventory/to-notes.ts';
import { toRow } from '#lambdas/ecs-inventory/to-row.ts';
import { NoReaderRoleError, PermanentError } from '#lambdas/runtime/errors.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';
import { someAtOnce } from '#lambdas/runtime/some-at-once.ts';

/** ECS limits each account by itself. */
const ACCOUNTS_AT_ONCE = 10;
/** Of a line of the log. */
const PLACES_LOGGED = 100;

export type InventoryPorts = AccountPorts & {
  listAccounts: () => Promise<AskedAccount[]>;
  store: ReportStore;
  /** Says once for each reason where it stood in the way. */
  report: (places: string[], error: unknown) => void;
  now: () => Date;
};

export type InventoryCount = { accounts: number; services: number; unread: number };

/**
 * Writes down how all services stand today; the same day's run again replaces it. Who cannot be read is named in
 * the table, and in an error when all else is written. An account without the reader role is no failure: those that
 * StackSets do not reach have none.
 */
export async function takeInventory(ports: InventoryPorts): Promise<InventoryCount> {
  const at = ports.now().toISOString();
  const date = at.slice(0, 10);
  const accounts = await ports.listAccounts();
  const unread: Unread[] = [];
  let services = 0;

  async function* rows(): AsyncGenerator<readonly Row[]> {
    for await (const reading of someAtOnce(accounts, ACCOUNTS_AT_ONCE, (one) => readAccount(one, ports))) {
      unread.push(...reading.unread);
      services += reading.services.length;
      yield reading.services.map((service) => toRow(date, reading.account, service));
    }
  }

  await publishInventory(ports.store, date, rows(), () => provenanceOf(at, unread));
  throwFailures(unread, ports);
  return { accounts: accounts.length, services, unread: unread.length };
}

function provenanceOf(at: string, unread: Unread[]): Provenance {
  return {
    run: `${at.replaceAll(':', '').replace(/\.\d+/, '')}-daily`,
    fetchedAt: at,
    source: 'Amazon ECS',
    requests: 0,
    partial: unread.length > 0,
    notes: toNotes(unread),
  };
}

function throwFailures(unread: Unread[], { report }: Pick<InventoryPorts, 'report'>): void {
  const failures = unread.filter(({ error }) => !(error instanceof NoReaderRoleError));
  if (failures.length === 0) return;
  for (const some of Map.groupBy(failures, ({ error }) => reasonOf(error)).values()) {
    report(some.slice(0, PLACES_LOGGED).map(placeOf), some[0]?.error);
  }
  const errors = failures.map((failure) => {
    const fields = { place: placeOf(failure) };
    return new PermanentError('Services could not be read', { cause: failure.error, fields });
  });
  throw new AggregateError(errors, 'Services of some accounts could not be read');
}

function placeOf({ account, region }: Unread): string {
  return region ? `${account.id}/${region}` : account.id;
}
