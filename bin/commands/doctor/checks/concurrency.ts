import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { Check } from '#bin/commands/doctor/check.ts';
import type { Observed } from '#bin/commands/doctor/finding.ts';

/** What AWS gives a new account; with less, functions that read queues throttle each other even on quiet days. */
const NEEDED = 10;
/** In a storm Reeve's functions take about half of it; what is throttled too often ends in the dead letters. */
const ADVISED = 100;
/** What AWS gives an account that has asked, or is old enough. */
const USUAL = 1000;

/** In a storm of events the functions find room to run. */
export const concurrency: Check = {
  name: 'concurrency',
  area: 'Hub',
  about: 'Lambda may run enough functions at once',
  asks: 'the hub account',
  actions: ['lambda:GetAccountSettings'],
  async run({ client, hubAccount, homeRegion }) {
    const lambda = await client(LambdaClient, 'hub');
    const { AccountLimit } = await lambda.send(new GetAccountSettingsCommand({}));
    const { ConcurrentExecutions: limit = 0, UnreservedConcurrentExecutions: free = limit } =
      AccountLimit ?? {};
    const where = { account: hubAccount, region: homeRegion };
    return judgeConcurrency({ limit, free }, homeRegion).map((finding) => ({ ...where, ...finding }));
  },
};

/** Reeve reserves nothing: what others have reserved is not for it. */
export function judgeConcurrency(
  { limit, free }: { limit: number; free: number },
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
  if (free < ADVISED) {
    const text = `Lambda runs ${free} functions at once; a storm of events needs up to ${ADVISED}`;
    return [{ verdict: 'warning', text, mend }];
  }
  return [{ verdict: 'ok', text: `Lambda runs ${free} functions at once` }];
}
