import { type RefusedQuery, toldSource } from '#bin/commands/cost/told-source.ts';
import type { CostSettings } from '#lambdas/contracts/settings.ts';
import type { CostPorts } from '#lambdas/cost-reports/cost-ports.ts';
import { publishPage } from '#lambdas/cost-reports/publish/publish-page.ts';
import { sourceOfSettings } from '#lambdas/cost-reports/source-client.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';

type Given = {
  store: ReportStore;
  settings: CostSettings;
  /** Whose credentials these are. */
  account: string;
  /** So many queries are planned. */
  planned: number;
  progress: (text: string) => void;
  onRefusal: (refused: RefusedQuery) => void;
};

/** What a run has on this machine: the credentials of who calls it, no limit of time, and nobody to tell a digest. */
export function runPorts({ store, settings: deployed, account, planned, ...listener }: Given): CostPorts {
  const { readerRole: _, ...settings } = deployed;
  const hasTime = () => true;
  const openSource = sourceOfSettings({ settings, store, hasTime, now: () => new Date() });
  return {
    store,
    settings,
    account,
    hasTime,
    openSource(run) {
      const { source, spent } = openSource(run);
      return { source: toldSource(source, planned, listener), spent };
    },
    observe: async () => {},
    publishPage: publishPage(store, settings),
    publishChart: async () => undefined,
    linkTo: () => undefined,
  };
}
