import { accountLabel } from '#lambdas/trusted-advisor-sweep/account-label.ts';
import type { PublishPorts } from '#lambdas/trusted-advisor-sweep/advisor-day.ts';
import type { AdvisorSummary } from '#lambdas/trusted-advisor-sweep/count/advisor-summary.ts';
import { mondayOf } from '#lambdas/trusted-advisor-sweep/days.ts';
import { toDailyLine } from '#lambdas/trusted-advisor-sweep/digest/to-daily-line.ts';
import { toFirstLook } from '#lambdas/trusted-advisor-sweep/digest/to-first-look.ts';
import { toWeeklyDigest } from '#lambdas/trusted-advisor-sweep/digest/to-weekly-digest.ts';
import { silentAccounts } from '#lambdas/trusted-advisor-sweep/notice/silent-accounts.ts';
import { answeringOf, toPlansEnd } from '#lambdas/trusted-advisor-sweep/notice/to-plans-end.ts';
import { toSilent } from '#lambdas/trusted-advisor-sweep/notice/to-silent.ts';
import type { PublishedState, Told } from '#lambdas/trusted-advisor-sweep/publish/published-state.ts';

type Remembered = Pick<PublishedState, 'firstLookOn' | 'toldWeek' | 'silent' | 'plansEnd'>;
type Ports = Pick<PublishPorts, 'settings' | 'observe' | 'linkTo'>;

/** Tells what a day has to tell. What was told comes back: the next day tells it again only where it changed. */
export async function tellDay(
  summary: AdvisorSummary,
  before: Remembered = {},
  ports: Ports,
): Promise<Remembered> {
  await ports.observe(toDailyLine(summary));
  return {
    ...(await tellDigests(summary, before, ports)),
    ...(await tellSilent(summary, before.silent, ports)),
    ...(await tellPlansEnd(summary, before.plansEnd, ports)),
  };
}

/** The first look as soon as an account was read, and then a digest a week. */
async function tellDigests(
  summary: AdvisorSummary,
  { firstLookOn, toldWeek }: Remembered,
  { observe, linkTo }: Ports,
): Promise<Pick<Remembered, 'firstLookOn' | 'toldWeek'>> {
  const { date, accounts } = summary;
  const week = mondayOf(date);
  if (firstLookOn === undefined) {
    if (accounts.every(({ count }) => !count)) return {};
    await observe(toFirstLook(summary, linkTo));
    return { firstLookOn: date, toldWeek: week };
  }
  if (toldWeek !== week) await observe(toWeeklyDigest(summary, linkTo));
  return { firstLookOn, toldWeek: week };
}

async function tellSilent(
  { at, accounts }: AdvisorSummary,
  before: Remembered['silent'],
  { observe }: Ports,
): Promise<Pick<Remembered, 'silent'>> {
  const silent = silentAccounts(accounts, at, before?.what);
  // Nothing was ever open.
  if (silent.length === 0 && !before) return {};
  const states = Object.fromEntries(silent.map(({ account, state }) => [account.id, state]));
  const told = changed(before, states, at);
  const labels = new Map(accounts.map(({ account }) => [account.id, accountLabel(account)]));
  const nameOf = (id: string) => labels.get(id) ?? id;
  for (const observation of toSilent(silent, told, { before: before?.what, nameOf }))
    await observe(observation);
  return { silent: told };
}

async function tellPlansEnd(
  { at, accounts }: AdvisorSummary,
  before: Remembered['plansEnd'],
  { observe, settings }: Ports,
): Promise<Pick<Remembered, 'plansEnd'>> {
  const answering = answeringOf(accounts);
  const told = changed(before, answering, at);
  const notice = answering > 0 || before ? toPlansEnd(told, settings, at) : undefined;
  if (!notice) return before ? { plansEnd: before } : {};
  await observe(notice);
  return { plansEnd: told };
}

/** What is told, and since when it is that. */
function changed<T>(before: Told<T> | undefined, what: T, at: string): Told<T> {
  const isSame = before && JSON.stringify(before.what) === JSON.stringify(what);
  return isSame ? before : { what, changedAt: at };
}
