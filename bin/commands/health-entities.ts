import { HealthClient } from '@aws-sdk/client-health';
import { defineCommand } from '#bin/commands/command-line/command.ts';
import { Failure, UsageError } from '#bin/commands/command-line/errors.ts';
import type { Terminal } from '#bin/commands/command-line/terminal.ts';
import { describeEntities } from '#bin/commands/health-entities/describe-entities.ts';
import { type EventEntities, readEntities } from '#bin/commands/health-entities/read-entities.ts';
import { readSettings } from '#bin/commands/read-settings.ts';
import { accountHealth } from '#lambdas/health-reconcile/account-health-client.ts';
import { activeRegion } from '#lambdas/health-reconcile/active-region-client.ts';
import { NotSubscribedError } from '#lambdas/health-reconcile/health-errors.ts';
import { organizationHealth } from '#lambdas/health-reconcile/organization-health-client.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';
import { globalRegionOf } from '#lib/regions.ts';

export const healthEntities = defineCommand({
  name: 'health entities',
  summary: 'Lists what an AWS Health event affects, as it stands now',
  details:
    'Asks AWS with your credentials. Those of the management account, or of a delegated administrator of\n' +
    'AWS Health, show all accounts; others their own. The ARN of an event stands in the link of its message.',
  parameters: ['<eventArn>'],
  options: {},

  async run({ parameters: [eventArn = ''] }, terminal) {
    const partition = /^arn:(aws[\w-]*):health:[^:]*::event\/\S+$/.exec(eventArn)?.[1];
    if (!partition) {
      throw new UsageError('An event is named by its ARN, such as arn:aws:health:eu-west-1::event/EC2/…');
    }
    const { organization } = await readSettings();
    const client = await openClient(partition, terminal);
    const found = await explained(() => read(client, eventArn, organization !== undefined, terminal));
    if (!found) throw new Failure('AWS Health knows no such event; it forgets them after 90 days.');
    terminal.answer(describeEntities(found), { eventArn, ...found });
  },
});

async function openClient(partition: string, terminal: Terminal): Promise<HealthClient> {
  const place = { 'aws-us-gov': 'us-gov-', 'aws-cn': 'cn-' }[partition] ?? '';
  const onFallback = ({ region }: { region: string }) =>
    terminal.progress(`The name of the Health API could not be resolved: ${region} is asked.`);
  const region = await activeRegion(globalRegionOf(place), { onFallback })();
  return new HealthClient({ region, retryMode: 'standard', maxAttempts: 8 });
}

async function read(
  client: HealthClient,
  eventArn: string,
  isOrganization: boolean,
  { progress }: Terminal,
): Promise<EventEntities | undefined> {
  const own = accountHealth(client, 'this account');
  if (!isOrganization) return readEntities(own, eventArn, progress);
  try {
    return await readEntities(organizationHealth(client), eventArn, progress);
  } catch (error) {
    if (!(error instanceof PermanentError)) throw error;
    progress('These credentials may not see the Organization: their own account alone is shown.');
    return readEntities(own, eventArn, progress);
  }
}

async function explained<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof NotSubscribedError)) throw error;
    throw new Failure(
      'The support plan of this account does not have the AWS Health API: that takes Business Support+,\n' +
        'Enterprise Support or Unified Operations. The AWS Health Dashboard shows the same without it:\n' +
        'https://health.aws.amazon.com/health/home',
      { cause: error },
    );
  }
}
