import { paginateListQueues, SQSClient } from '@aws-sdk/client-sqs';
import { Failure } from '#bin/commands/command-line/errors.ts';

/** The URL of a stack's queue: its name is the stack's, the logical id, and on AWS an ending by CloudFormation. */
export async function findQueue(stack: string, logicalId: string): Promise<string> {
  const client = new SQSClient({});
  const prefix = `${stack}-${logicalId}`;
  const found: string[] = [];
  for await (const { QueueUrls = [] } of paginateListQueues({ client }, { QueueNamePrefix: prefix })) {
    found.push(...QueueUrls);
  }
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  const region = await client.config.region();
  throw new Failure(
    only === undefined
      ? `There is no queue ${prefix}… in ${region}: is the stack named otherwise (--stack), or elsewhere (AWS_REGION)?`
      : `There are several queues ${prefix}…, and only one can be right: ${found.map(nameOf).join(', ')}.`,
  );
}

export function nameOf(queueUrl: string): string {
  return queueUrl.slice(queueUrl.lastIndexOf('/') + 1);
}
