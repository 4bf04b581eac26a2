import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient, GetItemCommand, paginateQuery } from '@aws-sdk/client-dynamodb';
import type { Context } from '#bin/commands/doctor/context.ts';
import { findResource } from '#bin/commands/doctor/facts/hub-stack.ts';
import { Unseen } from '#bin/commands/doctor/unseen.ts';
import { type OpenAlert, toOpenAlert } from '#bin/commands/ecs/open-alert.ts';
import { severalAtOnce } from '#bin/commands/several-at-once.ts';
import { DUE_INDEX, HEAD_ROW, type Head } from '#lambdas/contracts/ledger.ts';

const HEADS_AT_ONCE = 10;

/**
 * What is open about ECS, by the ledger. Every open alert of ECS is due some day, so one query of the alert clock's
 * index finds them all, for a read unit or two however many services there are: the index of what its source is
 * asked about does not hold approvals and daemons, and would be asked once for each service.
 */
export async function readOpenAlerts({ client, stack }: Context): Promise<OpenAlert[]> {
  const cloudFormation = await client(CloudFormationClient, 'hub');
  const table = await findResource(cloudFormation, stack, 'AWS::DynamoDB::Table', 'Ledger');
  if (table === undefined) throw noLedger(stack);
  const dynamo = await client(DynamoDBClient, 'hub');
  const keys: string[] = [];
  const query = {
    TableName: table,
    IndexName: DUE_INDEX,
    KeyConditionExpression: '#index = :index',
    FilterExpression: 'begins_with(#scope, :ecs)',
    ExpressionAttributeNames: { '#index': DUE_INDEX, '#scope': 'scope' },
    ExpressionAttributeValues: { ':index': { S: DUE_INDEX }, ':ecs': { S: 'ecs/' } },
  };
  for await (const { Items = [] } of paginateQuery({ client: dynamo }, query)) {
    keys.push(...Items.flatMap(({ alert }) => alert?.S ?? []));
  }
  const heads = await severalAtOnce(keys, HEADS_AT_ONCE, async (key) => {
    const Key = { alert: { S: key }, row: { S: HEAD_ROW } };
    const { Item } = await dynamo.send(new GetItemCommand({ TableName: table, Key }));
    return JSON.parse(Item?.['body']?.S ?? 'null') as Head | null;
  });
  return heads.flatMap((head) => toOpenAlert(head ?? undefined) ?? []);
}

function noLedger(stack: string): Unseen {
  const mend = `npx cdk deploy ${stack}, or name the stack of the deployment with --stack`;
  return new Unseen({ text: `${stack} has no ledger`, mend });
}
