import { Resolver } from 'node:dns/promises';
import { log } from '#lambdas/runtime/log.ts';

const GLOBAL_NAME = 'global.health.amazonaws.com';
const USUAL_REGION = 'us-east-1';
/** A second and a half at most: in a network without DNS the run goes on without it. */
const PATIENCE = { timeout: 500, tries: 2 };

type Ways = {
  resolveCname?: (name: string) => Promise<string[]>;
  /** Told once that the name could not be resolved. */
  onFallback?: (fields: { region: string; reason: unknown }) => void;
};

/**
 * Where the Health API is active at this moment. Of its two Regions one is, and the name of the global endpoint
 * leads to it; the SDK's own `aws-global` would sign for us-east-1 for ever. Asked anew each time, so that a
 * warm function follows a failover (aws-health-aware#68). Other partitions have one Region.
 * https://docs.aws.amazon.com/health/latest/ug/health-api.html
 */
export function activeRegion(
  homeRegion: string,
  {
    resolveCname = (name) => new Resolver(PATIENCE).resolveCname(name),
    onFallback = (fields) => log.info('Health API is asked in its usual Region', fields),
  }: Ways = {},
): () => Promise<string> {
  let isSaid = false;

  async function resolved(): Promise<string> {
    try {
      const region = regionIn(await resolveCname(GLOBAL_NAME));
      if (region) return region;
      throw new Error('The name of the Health API leads to no Region');
    } catch (error) {
      const reason = error instanceof Error && 'code' in error ? error.code : 'no Region in the answer';
      if (!isSaid) onFallback({ region: USUAL_REGION, reason });
      isSaid = true;
      return USUAL_REGION;
    }
  }

  if (homeRegion.startsWith('us-gov-')) return async () => 'us-gov-west-1';
  if (homeRegion.startsWith('cn-')) return async () => 'cn-northwest-1';
  return resolved;
}

/** `health.us-east-2.amazonaws.com` → `us-east-2` */
function regionIn(names: string[]): string | undefined {
  const regions = names.map((name) => /(?:^|\.)([a-z]{2}(?:-[a-z]+)+-\d)\./.exec(name)?.[1]);
  return regions.find((region) => region !== undefined);
}
