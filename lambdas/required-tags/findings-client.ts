import { RESOURCE_ROW_PREFIX, resourceRowOf, type TagFinding } from '#lambdas/contracts/tags/tag-finding.ts';
import type { FindingPorts } from '#lambdas/required-tags/tag-ports.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';
import { numberedRows } from '#lambdas/runtime/numbered-rows.ts';

/** What is over is kept for so long, so that late news of it is known for late. */
const OVER_KEPT_DAYS = 90;
const DAY_MS = 86_400_000;

/** Moments of roll-outs, which never change: a roll-out asks for one of them thousands of times. */
const rollOuts = new Map<string, number>();

/** The table of findings: each row has a JSON body, and a number of its own that its next write must know. */
export function findingsTable(table: string, now: () => Date): FindingPorts {
  const rows = numberedRows(table);

  /** Of a roll-out that nobody has heard of, `at`: whoever writes first is right for all. */
  async function firstHeard(account: string, row: string, at: number): Promise<number> {
    const known = await rows.read(account, row);
    if (known) return known.version;
    try {
      await rows.write(account, row, { body: {}, version: at, before: 0 });
      return at;
    } catch (error) {
      if (!(error instanceof RetryLaterError)) throw error;
      return (await rows.read(account, row))?.version ?? at;
    }
  }

  return {
    async read(key) {
      return (await rows.read(key.account, resourceRowOf(key)))?.body as TagFinding | undefined;
    },

    async write(finding) {
      const { account, version, status } = finding;
      const expiresAt = status === 'open' ? undefined : now().getTime() + OVER_KEPT_DAYS * DAY_MS;
      const row = { body: finding, version, before: version - 1, expiresAt };
      await rows.write(account, resourceRowOf(finding), row);
    },

    async readAlerts(account, alerts) {
      const found = new Map(alerts.map((alert) => [alert, [] as TagFinding[]]));
      for await (const page of rows.pages(account, RESOURCE_ROW_PREFIX)) {
        for (const { body } of page) found.get((body as TagFinding).alert)?.push(body as TagFinding);
      }
      return found;
    },

    nextVersion: (account, alert) => rows.nextNumber(account, `alert#${alert}`, now()),

    async rolledOutAt({ account, region }, version, at) {
      const row = `rollout#${region}/${version}`;
      const name = `${account}/${row}`;
      const moment = rollOuts.get(name) ?? (await firstHeard(account, row, at));
      rollOuts.set(name, moment);
      return moment;
    },
  };
}
