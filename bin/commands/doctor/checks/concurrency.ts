import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { Check } from '#bin/commands/doctor/check.ts';
import type { Observed } from '#bin/commands/doctor/finding.ts';
import { hooksOf } from '#lib/support/hook-settings.ts';

/** What AWS gives a new account; with less, functions that read queues throttle each other even on quiet days. */
const NEEDED = 10;
/** In a storm Reeve's functions take about half of it; what is throttled too often ends in the dead letters. */
const ADVISED = 100;
/** What AWS wants to stay for all other functions where one has a part of its own, as that has which strangers reach. */
const NOT_RESERVED = 100;
/** What AWS gives an account that has asked, or is old enough. */
const USUAL = 1000;

/** In a storm of events the functions find room to run. */
export const concurrency: Check = {
  name: 'concurrency',
  area: 'Hub',
  about: 'Lambda may run enough functions at once',
  asks: 'the hub account',
  actions: ['lambda:GetAccountSettings'],
  async run({ client, hubAccount, homeRegion, settings, stack }) {
    const lambda = await client(LambdaClient, 'hub');
    const { AccountLimit } = await lambda.send(new GetAccountSettingsCommand({}));
    const { ConcurrentExecutions: limit = 0, UnreservedConcurrentExecutions: free = limit } =
      AccountLimit ?? {};
    const where = { account: hubAccount, region: homeRegion };
    const reserves = settings.support !== undefined && hooksOf(settings.support, stack).length > 0;
    return judgeConcurrency({ limit, free, reserves }, homeRegion).map((finding) => ({
      ...where,
      ...finding,
    }));
  },
};

/** What others have reserved is not for Reeve. `reserves`: one of its functions has a part of its own. */
export function judgeConcurrency(
  { limit, free, reserves = false }: { limit: number; free: number; reserves?: boolean },
  region: string,
): Observed[] {
  // AWS refuses a wish that is not above what is there.
  const wanted = limit < USUAL ? USUAL : limit + USUAL;
  const mend =
    'aws service-quotas request-service-quota-increase --service-code lambda --quota-code L-B99A9384 ' +
    `--desired-value ${wanted} --region ${region}`;
  if (free < NEEDED) {
    return [{ verdict: 'failed', text: `Lambda runs ${free} functions at once, ${NEEDED} are needed`, mend }];
  }
  if (reserves && free < NOT_RESERVED) {
    const text = `Lambda runs ${free} functions at once; with hooks of a tracker AWS deploys nothing below ${NOT_RESERVED} and a few`;
    return [{ verdict: 'failed', text, mend }];
  }
  if (free < ADVISED) {
    const text = `Lambda runs ${free} functions at once; a storm of events needs up to ${ADVISED}`;
    return [{ verdict: 'warning', text, mend }];
  }
  return [{ verdict: 'ok', text: `Lambda runs ${free} functions at once` }];
}
