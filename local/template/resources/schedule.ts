import type { Estate, Schedule } from '#local/estate.ts';
import { targetKind } from '#local/target-kind.ts';
import type { Properties } from '../properties.ts';
import type { ResourceReader } from '../resource.ts';
import { type StackScope, toBusArn } from '../stack-scope.ts';

const UTC = ['UTC', 'Etc/UTC'];

/** AWS::Scheduler::Schedule in UTC. */
export const readSchedule: ResourceReader = (resource, estate) => {
  const { logicalId, name, arn, scope, properties, afterAll } = resource;
  properties.optionalString('Name');
  properties.optionalString('GroupName');
  const zone = properties.string('ScheduleExpressionTimezone', 'UTC');
  if (!UTC.includes(zone))
    throw properties.refusal('ScheduleExpressionTimezone', `${zone} is not emulated: use UTC`);
  const target = properties.object('Target');
  const targetArn = target.string('Arn');
  estate.schedules.push({
    logicalId,
    name,
    arn,
    stackName: scope.stackName,
    expression: properties.string('ScheduleExpression'),
    targetArn,
    roleArn: target.string('RoleArn'),
    input: target.string('Input', '{}'),
    ...readParameters(target, targetArn),
    deadLetterArn: target.object('DeadLetterConfig').optionalString('Arn'),
    enabled: properties.string('State', 'ENABLED') === 'ENABLED',
  });
  afterAll(() => {
    if (!isThere(targetArn, scope, estate)) {
      throw target.refusal(
        'Arn',
        `${targetArn} is no function or queue of these stacks, and no bus of this account and Region`,
      );
    }
  });
};

/** What a target of its kind needs beside the input. */
function readParameters(target: Properties, arn: string): Pick<Schedule, 'messageGroupId' | 'event'> {
  switch (targetKind(arn)) {
    case 'queue':
      return { messageGroupId: target.object('SqsParameters').optionalString('MessageGroupId') };
    case 'bus': {
      const event = target.object('EventBridgeParameters');
      return { event: { source: event.string('Source'), detailType: event.string('DetailType') } };
    }
    default:
      return {};
  }
}

function isThere(arn: string, scope: StackScope, { functions, queues, buses }: Estate): boolean {
  // Every account has one, in every Region.
  if (arn === toBusArn(scope)) return true;
  const ownBuses = buses.filter((bus) => bus.arn === toBusArn(scope, bus.name));
  return [...functions, ...queues, ...ownBuses].some((candidate) => candidate.arn === arn);
}
