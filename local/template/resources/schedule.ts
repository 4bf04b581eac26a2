import type { ResourceReader } from '../resource.ts';

const UTC = ['UTC', 'Etc/UTC'];

/** AWS::Scheduler::Schedule in UTC. */
export const readSchedule: ResourceReader = ({ logicalId, name, arn, properties }, estate) => {
  properties.optionalString('Name');
  properties.optionalString('GroupName');
  const zone = properties.string('ScheduleExpressionTimezone', 'UTC');
  if (!UTC.includes(zone))
    throw properties.refusal('ScheduleExpressionTimezone', `${zone} is not emulated: use UTC`);
  const target = properties.object('Target');
  estate.schedules.push({
    logicalId,
    name,
    arn,
    expression: properties.string('ScheduleExpression'),
    targetArn: target.string('Arn'),
    roleArn: target.string('RoleArn'),
    input: target.string('Input', '{}'),
    deadLetterArn: target.object('DeadLetterConfig').optionalString('Arn'),
    enabled: properties.string('State', 'ENABLED') === 'ENABLED',
  });
};
