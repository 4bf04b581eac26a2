import { Duration } from 'aws-cdk-lib';
import { type Function, FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { HookSettings } from '#lambdas/contracts/support/tracker-hooks-settings.ts';
import type { Environment } from '#lambdas/tracker-hooks/environment.ts';
import { CapabilityFunction } from '#lib/platform/capability-function.ts';
import { grants } from '#lib/platform/grants.ts';
import type { Hub } from '#lib/platform/hub.ts';

/** GitHub waits for ten seconds. */
const TIMEOUT = Duration.seconds(9);
/**
 * Of the account's concurrency strangers get no more, and AWS lets ten times as many requests a second through.
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html
 */
const AT_ONCE = 5;

/** `trackers`: the function that is told of comments. */
export type TrackerHooksProps = { hub: Hub; hooks: HookSettings[]; trackers: Function };

/** Receives webhooks of trackers at an address that the whole internet reaches. Their signature is all that admits. */
export class TrackerHooks extends Construct {
  /** With a slash at its end; the name of a tracker stands behind it. */
  readonly url: string;

  constructor(scope: Construct, id: string, { hub, hooks, trackers }: TrackerHooksProps) {
    super(scope, id);
    const { function: receive } = new CapabilityFunction<Environment>(this, 'Receive', {
      name: 'tracker-hooks',
      environment: { TRACKERS_FUNCTION: trackers.functionName },
      timeout: TIMEOUT,
      reservedConcurrency: AT_ONCE,
      logRetention: hub.logRetention,
      settings: { hooks },
    });
    for (const { secretName } of hooks) grants.readSecret(secretName, receive);
    grants.invoke(trackers, receive);
    // GitHub cannot sign as AWS wants it.
    this.url = receive.addFunctionUrl({ authType: FunctionUrlAuthType.NONE }).url;
  }
}
