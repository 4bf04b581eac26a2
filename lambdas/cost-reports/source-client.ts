import type { CostSettings } from '#lambdas/contracts/settings.ts';
import { costExplorerClient } from '#lambdas/cost-reports/cost-explorer/cost-explorer-client.ts';
import { costExplorerSource } from '#lambdas/cost-reports/cost-explorer/cost-explorer-source.ts';
import { requestCounter } from '#lambdas/cost-reports/cost-explorer/request-counter.ts';
import type { CostPorts } from '#lambdas/cost-reports/cost-ports.ts';
import { exportBucket } from '#lambdas/cost-reports/focus/export-bucket-client.ts';
import { focusSource } from '#lambdas/cost-reports/focus/focus-source.ts';

type Ports = Pick<CostPorts, 'store' | 'hasTime'> & { settings: CostSettings; now: () => Date };

/** Where the settings say that costs come from: Cost Explorer, with its counter of billed requests, or an export. */
export function sourceOfSettings({ settings, store, hasTime, now }: Ports): CostPorts['openSource'] {
  const { focus: place } = settings;
  if (place) {
    const files = exportBucket(place.bucket);
    return () => ({
      source: focusSource({ files, store, place, now, hasTime }),
      spent: async () => 0,
    });
  }
  const ask = costExplorerClient(settings);
  return (run) => {
    const counter = requestCounter(store, settings.caps, run, now);
    const spent = async () => (await counter.spent()).run;
    return { source: costExplorerSource({ ask, store, counter, run, now, hasTime }), spent };
  };
}
