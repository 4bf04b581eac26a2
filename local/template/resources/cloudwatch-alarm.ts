import type { ResourceReader } from '../resource.ts';

const COMPARISON = 'GreaterThanOrEqualToThreshold';

/** AWS::CloudWatch::Alarm on one metric that reaches its threshold from below. */
export const readAlarm: ResourceReader = ({ logicalId, name, properties }, estate) => {
  properties.optionalString('AlarmName');
  const comparison = properties.string('ComparisonOperator');
  if (comparison !== COMPARISON) {
    throw properties.refusal('ComparisonOperator', `${comparison} is not emulated: use ${COMPARISON}`);
  }
  const dimensions = properties.objects('Dimensions').map((dimension) => {
    return [dimension.string('Name'), dimension.string('Value')] as const;
  });
  estate.alarms.push({
    logicalId,
    name,
    description: properties.string('AlarmDescription', ''),
    namespace: properties.string('Namespace'),
    metric: properties.string('MetricName'),
    dimensions: Object.fromEntries(dimensions),
    threshold: properties.number('Threshold'),
    actions: properties.strings('AlarmActions'),
  });
};
