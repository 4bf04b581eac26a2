import type { Tracker } from '#lambdas/case-trackers/tracker.ts';
import type { TrackerHealth, TrackerPorts } from '#lambdas/case-trackers/tracker-ports.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import type { CaseThread } from '#lambdas/contracts/support/case-thread.ts';
import type { TrackerSettings } from '#lambdas/contracts/support/case-trackers-settings.ts';
import type { TrackerLink } from '#lambdas/contracts/support/tracker-link.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';
import { knownAccounts } from '#lambdas/runtime/known-accounts.ts';
import type { Call } from '#test/case-trackers/memory-tracker.ts';

export const GITHUB: TrackerSettings = {
  name: 'ops',
  secretName: '/reeve/trackers/ops',
  kind: 'github',
  repository: 'example/cloud-support',
  apiUrl: 'https://api.github.com',
  text: 'full',
};

type World = { cases: Map<string, CaseRow>; threads: Map<string, CaseThread> };
type Options = {
  world: World;
  tracker: Tracker;
  now: () => Date;
  call?: Call;
  settings?: TrackerSettings;
  accounts?: string[];
};

export const nameOf = ({ account, displayId }: { account: string; displayId: string }) =>
  `${account}/${displayId}`;

/** All that case-trackers needs of the world, in memory. */
export function memoryPorts(options: Options) {
  const { world, tracker, now, settings = GITHUB, accounts = ['111122223333'] } = options;
  const { call = async (_name, work) => work() } = options;
  const links = new Map<string, TrackerLink>();
  const health = new Map<string, { health: TrackerHealth; version: number }>();
  const replies = new Map<string, string[]>();
  const notes: { message: string; fields: Record<string, unknown> }[] = [];
  const reports: unknown[] = [];
  const win = (present: number, before: number) => {
    if (present !== before) throw new RetryLaterError('Another has written the row meanwhile');
  };
  const ports: TrackerPorts = {
    trackers: [settings],
    caseOf: (account, displayId) =>
      call('caseOf', () => structuredClone(world.cases.get(nameOf({ account, displayId })))),
    casesOf: (account) =>
      call('casesOf', () =>
        structuredClone([...world.cases.values()].filter((row) => row.account === account)),
      ),
    readThread: (key) => call('readThread', () => structuredClone(world.threads.get(key))),
    linkOf: (name, one) => call('linkOf', () => structuredClone(links.get(`${name} ${nameOf(one)}`))),
    linksOf: (account) =>
      call('linksOf', () => structuredClone([...links.values()].filter((link) => link.account === account))),
    writeLink: (link, before) =>
      call('writeLink', () => {
        const name = `${link.tracker} ${nameOf(link)}`;
        win(links.get(name)?.version ?? 0, before);
        // As JSON, which a row of the table is.
        links.set(name, JSON.parse(JSON.stringify(link)) as TrackerLink);
      }),
    healthOf: (name) => call('healthOf', () => health.get(name) ?? { health: {}, version: 0 }),
    writeHealth: (name, next, before) =>
      call('writeHealth', () => {
        win(health.get(name)?.version ?? 0, before);
        health.set(name, { health: next, version: before + 1 });
      }),
    repliesOf: (name, one) => call('repliesOf', () => replies.get(`${name} ${nameOf(one)}`) ?? []),
    readAccounts: async () =>
      knownAccounts([], {
        accounts: accounts.map((id) => ({ id, tags: {} })),
        managementAccount: accounts[0] ?? '',
      }),
    open: async () => tracker,
    caseUrl: ({ displayId }) => `https://console.example/${displayId}`,
    note: (message, fields) => void notes.push({ message, fields }),
    report: (_message, error) => void reports.push(error),
    hasTime: () => true,
    sleep: async () => {},
    now,
  };
  return { ports, replies, links, health, notes, reports };
}
