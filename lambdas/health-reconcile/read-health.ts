import type { HealthApi } from '#lambdas/health-reconcile/health-api.ts';
import type { ReconcilePorts } from '#lambdas/health-reconcile/reconcile-ports.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';

const ATTEMPTS = 3;

/**
 * Reads from the Region that the Health API is active in. The passive one follows behind, so what was read
 * while the API moved may be neither here nor there: it is read again.
 * https://docs.aws.amazon.com/health/latest/ug/health-api.html
 */
export async function readHealth<Result>(
  { activeRegion, healthApi }: Pick<ReconcilePorts, 'activeRegion' | 'healthApi'>,
  read: (api: HealthApi) => Promise<Result>,
): Promise<Result> {
  let region = await activeRegion();
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const result = await read(healthApi(region));
    const regionNow = await activeRegion();
    if (regionNow === region) return result;
    region = regionNow;
  }
  throw new RetryLaterError('Health API keeps moving between its Regions');
}
