import { checkPattern } from '#local/bus/event-pattern.ts';
import type { RuleTarget } from '#local/estate.ts';
import { findBus } from '../find-bus.ts';
import type { Properties } from '../properties.ts';
import type { ResourceReader } from '../resource.ts';

const STATES = ['ENABLED', 'DISABLED'];

/** AWS::Events::Rule with a pattern. */
export const readRule: ResourceReader = (resource, estate) => {
  const { logicalId, name, arn, properties, afterAll } = resource;
  properties.optionalString('Name');
  if (properties.has('ScheduleExpression')) {
    throw properties.refusal('ScheduleExpression', 'is not emulated: use AWS::Scheduler::Schedule');
  }
  const pattern = properties.json('EventPattern');
  const refusal = checkPattern(pattern);
  if (refusal) throw properties.refusal('EventPattern', refusal);
  const state = properties.string('State', 'ENABLED');
  if (!STATES.includes(state)) throw properties.refusal('State', `${state} is not emulated`);
  const targets = properties.objects('Targets').map(readTarget);
  afterAll(() => {
    const enabled = state === 'ENABLED';
    estate.rules.push({
      logicalId,
      name,
      arn,
      busArn: findBus(resource, estate).arn,
      enabled,
      pattern,
      targets,
    });
  });
};

function readTarget(target: Properties): RuleTarget {
  return {
    id: target.string('Id'),
    arn: target.string('Arn'),
    roleArn: target.optionalString('RoleArn'),
    deadLetterArn: target.object('DeadLetterConfig').optionalString('Arn'),
    maximumRetryAttempts: target.object('RetryPolicy').optionalNumber('MaximumRetryAttempts'),
  };
}
