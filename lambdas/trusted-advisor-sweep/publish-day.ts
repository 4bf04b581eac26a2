import type { KnownChecks } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import { reasonNotWatched } from '#lambdas/contracts/trusted-advisor/select-checks.ts';
import { formatDecimal } from '#lambdas/runtime/decimal.ts';
import { readJson, writeJson } from '#lambdas/runtime/report-store.ts';
import type {
  AdvisorDay,
  PublishPorts,
  StandingAccount,
} from '#lambdas/trusted-advisor-sweep/advisor-day.ts';
import type { AdvisorSummary } from '#lambdas/trusted-advisor-sweep/count/advisor-summary.ts';
import { dayCount } from '#lambdas/trusted-advisor-sweep/count/day-count.ts';
import { dayStateOf } from '#lambdas/trusted-advisor-sweep/publish/day-state.ts';
import { withDay } from '#lambdas/trusted-advisor-sweep/publish/history.ts';
import { type Change, changeOf, openItemsOf } from '#lambdas/trusted-advisor-sweep/publish/open-items.ts';
import { publishPage } from '#lambdas/trusted-advisor-sweep/publish/publish-page.ts';
import { publishAccounts, publishItems } from '#lambdas/trusted-advisor-sweep/publish/publish-tables.ts';
import {
  CHECKS_KEY,
  type DayEntry,
  type OpenItems,
  PUBLISHED_STATE_KEY,
  type PublishedState,
} from '#lambdas/trusted-advisor-sweep/publish/published-state.ts';
import type { Snapshot } from '#lambdas/trusted-advisor-sweep/snapshot.ts';
import { tellDay } from '#lambdas/trusted-advisor-sweep/tell-day.ts';

/**
 * Makes the reports of a day of the snapshots of all accounts, and tells what is to be told of them. What it remembers
 * is written last: a crash repeats, and loses nothing.
 */
export async function publishDay(day: AdvisorDay, ports: PublishPorts): Promise<void> {
  const { at, date, checks } = day;
  const { store, settings } = ports;
  const state = await readJson<PublishedState>(store, PUBLISHED_STATE_KEY);
  const count = dayCount(date, settings.selection);
  const changes = changesSince(state, isWatched(day, ports));
  await publishItems(day, ports, (known, snapshot) => {
    count.add(known, snapshot);
    changes.add(known, snapshot);
  });

  const counted = count.counted();
  const summary: AdvisorSummary = {
    ...counted,
    date,
    at: at.toISOString(),
    checks,
    history: withDay(
      state?.history ?? [],
      toDayEntry({ ...counted, date, at: at.toISOString() }, changes.sum),
    ),
  };
  await publishAccounts(day, counted.accounts, ports);
  await publishPage(store, summary);
  // Where no account answered, nobody asked what there is.
  if (checks.length > 0)
    await writeJson(store, CHECKS_KEY, { at: at.toISOString(), checks } satisfies KnownChecks);
  const told = await tellDay(summary, state, ports);
  const next: PublishedState = { date, history: summary.history, open: changes.open, ...told };
  await writeJson(store, PUBLISHED_STATE_KEY, next);
}

function isWatched({ checks }: AdvisorDay, { settings: { selection } }: PublishPorts) {
  const watched = new Set(checks.filter((check) => !reasonNotWatched(check, selection)).map(({ id }) => id));
  return (check: string) => watched.has(check);
}

/** What came and went in all accounts, and what the next day must know to say so again. */
function changesSince(state: PublishedState | undefined, isStillWatched: (check: string) => boolean) {
  const open: OpenItems = {};
  const sum: Change = { opened: 0, recovered: 0 };
  return {
    open,
    sum,
    add({ account }: StandingAccount, snapshot: Snapshot | undefined): void {
      if (!snapshot) return;
      const now = (open[account.id] = openItemsOf(snapshot));
      const news = openItemsOf({ items: snapshot.items.filter(({ wasThere }) => !wasThere) });
      const { opened, recovered } = changeOf(state?.open[account.id], { now, news }, isStillWatched);
      sum.opened += opened;
      sum.recovered += recovered;
    },
  };
}

function toDayEntry(
  { date, at, total, accounts }: Pick<AdvisorSummary, 'date' | 'at' | 'total' | 'accounts'>,
  change: Change,
): DayEntry {
  const { red, yellow, info, savings } = total;
  const read = accounts.filter(({ standing }) => dayStateOf(standing, at) === 'ok').length;
  return {
    date,
    red,
    yellow,
    info,
    savings: formatDecimal(savings),
    accounts: accounts.length,
    read,
    ...change,
  };
}
