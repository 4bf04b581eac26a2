import type { Clock } from '#local/clock.ts';
import type { Estate } from '#local/estate.ts';
import type { journalOf } from '#local/journal-of.ts';
import { createLambdaHost } from '#local/lambda/lambda-host.ts';
import type { Metrics } from '#local/metrics/metrics.ts';
import type { Organization } from '#local/open-organization.ts';
import type { EgressGateway } from '#local/proxy/egress-gateway.ts';
import type { RecordingProxy } from '#local/proxy/recording-proxy.ts';

type Surroundings = {
  estate: Estate;
  /** Variables that all functions get beside their own. */
  environment: Record<string, string> | undefined;
  clock: Clock;
  proxy: RecordingProxy;
  gateway: EgressGateway;
  organization: Organization;
  metrics: Metrics;
  note: ReturnType<typeof journalOf>;
};

/** The functions of the estate, behind the proxy and the gateway, each known to both by its keys. */
export function openFunctions(surroundings: Surroundings) {
  const { estate, environment, clock, proxy, gateway, organization, metrics, note } = surroundings;
  const functions = createLambdaHost({
    functions: estate.functions.map((fn) => ({ ...fn, environment: { ...fn.environment, ...environment } })),
    clock,
    proxyUrl: proxy.url,
    egressUrl: gateway.url,
    registerCaller: (key, caller) => {
      proxy.registerCaller(key, caller);
      gateway.registerCaller(key, caller);
      organization.registerCaller(key, caller);
    },
    onLog: (line) => {
      metrics.readLine(line.line);
      note.log(line);
    },
  });
  let inFlight = 0;
  return {
    functions,
    /** How many invocations are on their way. */
    inFlight: () => inFlight,
    invoke: async (functionArn: string, event: unknown) => {
      inFlight += 1;
      try {
        const result = await functions.invoke(functionArn, event);
        note.invocation(functionArn, clock.now(), result);
        return result;
      } finally {
        inFlight -= 1;
      }
    },
  };
}
