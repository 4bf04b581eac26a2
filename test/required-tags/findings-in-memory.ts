import { resourceRowOf, type TagFinding } from '#lambdas/contracts/tags/tag-finding.ts';
import type { FindingPorts } from '#lambdas/required-tags/tag-ports.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';

/** The table of findings as its adapter shows it. `before` runs ahead of each call: it may wait, or fail. */
export function findingsInMemory(before: (call: string) => Promise<void> = () => Promise.resolve()) {
  const rows = new Map<string, TagFinding>();
  const versions = new Map<string, number>();
  const rollOuts = new Map<string, number>();
  const nameOf = (key: Parameters<FindingPorts['read']>[0]) => `${key.account}/${resourceRowOf(key)}`;

  const ports: FindingPorts = {
    async read(key) {
      await before('read');
      return rows.get(nameOf(key));
    },
    async write(finding) {
      await before('write');
      if ((rows.get(nameOf(finding))?.version ?? 0) !== finding.version - 1) {
        throw new RetryLaterError('Another has written the row meanwhile');
      }
      rows.set(nameOf(finding), finding);
    },
    async readAlerts(account, alerts) {
      await before('readAlerts');
      const own = [...rows.values()].filter((finding) => finding.account === account);
      return new Map(alerts.map((alert) => [alert, own.filter((finding) => finding.alert === alert)]));
    },
    async nextVersion(_account, alert) {
      await before('nextVersion');
      const version = (versions.get(alert) ?? 0) + 1;
      versions.set(alert, version);
      return version;
    },
    async rolledOutAt({ account, region }, version, at) {
      await before('rolledOutAt');
      const name = `${account}/${region}/${version}`;
      rollOuts.set(name, rollOuts.get(name) ?? at);
      return rollOuts.get(name) ?? at;
    },
  };
  return { ports, rows };
}
