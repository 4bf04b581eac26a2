import { CostExplorerClient, type CostExplorerClientConfig } from '@aws-sdk/client-cost-explorer';
import { Clock } from '#local/clock.ts';
import type { Billed } from '#local/counterparts/cost-explorer/billed.ts';
import { costExplorerApi } from '#local/counterparts/cost-explorer/cost-explorer.ts';
import { CostFaults } from '#local/counterparts/cost-explorer/faults.ts';
import { type CostLedger, ledgerOf } from '#local/counterparts/cost-explorer/ledger/cost-ledger.ts';
import { type Switches, usualSwitches } from '#local/counterparts/cost-explorer/switches.ts';
import type { AwsCall } from '#local/proxy/aws-call.ts';
import { startRecordingProxy } from '#local/proxy/recording-proxy.ts';

export type ServedLedger = {
  ledger?: CostLedger;
  switches?: Partial<Switches>;
  /** The member that a call is of; without it every call sees all. */
  memberOf?: (call: AwsCall) => string | undefined;
};

const TODAY = '2026-11-22';
const CREDENTIALS = { accessKeyId: 'AKIACOSTS', secretAccessKey: 'secret' };

/** Cost Explorer on loopback, for real SDK clients. It is 22 November 2026 unless the switches say otherwise. */
export async function serveCostExplorer({ ledger = ledgerOf(), ...options }: ServedLedger = {}) {
  const switches: Switches = { ...usualSwitches(), today: TODAY, ...options.switches };
  const faults = new CostFaults();
  const billed: Billed = {};
  const clock = new Clock();
  const { memberOf } = options;
  const ce = costExplorerApi({
    ledger: () => ledger,
    switches: () => switches,
    billed,
    faults,
    now: () => clock.now(),
    ...(memberOf ? { memberOf } : {}),
  });
  const proxy = await startRecordingProxy({ clock, backends: { ce } });
  proxy.addHook(faults.hook);

  return {
    url: proxy.url,
    ledger,
    switches,
    faults,
    billed,
    /** All requests in the order they were answered, refused ones too. */
    calls: proxy.calls,
    /** A client that tries each call once, unless its configuration says otherwise. */
    client: (config: CostExplorerClientConfig = {}) =>
      new CostExplorerClient({
        endpoint: proxy.url,
        region: 'eu-central-1',
        credentials: CREDENTIALS,
        maxAttempts: 1,
        ...config,
      }),
    close: async () => {
      await proxy.close();
      clock.stop();
    },
  };
}

export type ServedCosts = Awaited<ReturnType<typeof serveCostExplorer>>;
