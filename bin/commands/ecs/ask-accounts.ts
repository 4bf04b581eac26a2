import { ECSClient } from '@aws-sdk/client-ecs';
import type { Context } from '#bin/commands/doctor/context.ts';
import type { ServiceStanding } from '#bin/commands/ecs/service-standing.ts';
import { toUnanswered, type Unanswered } from '#bin/commands/ecs/unanswered.ts';
import { severalAtOnce } from '#bin/commands/several-at-once.ts';
import type { AskedAccount } from '#lambdas/ecs-inventory/accounts-to-ask.ts';
import { clusterClient } from '#lambdas/ecs-inventory/cluster-client.ts';
import { readServices } from '#lambdas/ecs-inventory/read-services.ts';

/** ECS limits each account by itself, STS all of them. */
const ACCOUNTS_AT_ONCE = 8;
const PROGRESS_EVERY = 25;

export type Question = { accounts: AskedAccount[]; regions: string[]; clusters: string[] };
export type Answer = { services: Omit<ServiceStanding, 'alerts'>[]; unanswered: Unanswered[] };

/** Asks every account in every Region how its services stand. What does not answer is named; the rest is asked all the same. */
export async function askAccounts(context: Context, question: Question): Promise<Answer> {
  const { accounts, regions } = question;
  let done = 0;
  context.progress(`Asking ${accounts.length} accounts in ${regions.join(', ')} …`);
  const answers = await severalAtOnce(accounts, ACCOUNTS_AT_ONCE, async (account) => {
    const ofRegions: Answer[] = [];
    for (const region of regions) ofRegions.push(await askRegion(context, account, region, question));
    done += 1;
    if (done % PROGRESS_EVERY === 0) context.progress(`Asked ${done} of ${accounts.length} accounts …`);
    return ofRegions;
  });
  const all = answers.flat();
  return {
    services: all.flatMap(({ services }) => services),
    unanswered: all.flatMap(({ unanswered }) => unanswered),
  };
}

async function askRegion(
  { client }: Context,
  account: AskedAccount,
  region: string,
  { clusters }: Question,
): Promise<Answer> {
  const services: Answer['services'] = [];
  const isWanted = (cluster: string) => clusters.length === 0 || clusters.includes(cluster);
  try {
    const api = clusterClient(await client(ECSClient, account.id, region));
    for await (const some of readServices(api, isWanted)) {
      services.push(...some.map((service) => ({ ...service, account, region })));
    }
    return { services, unanswered: [] };
  } catch (error) {
    return { services, unanswered: [toUnanswered(error, { account, region })] };
  }
}
