import { isComparison } from '#local/metrics/is-ringing.ts';
import type { ResourceReader } from '../resource.ts';

/** AWS::CloudWatch::Alarm on one metric. */
export const readAlarm: ResourceReader = ({ logicalId, name, properties }, estate) => {
  properties.optionalString('AlarmName');
  const comparison = properties.string('ComparisonOperator');
  if (!isComparison(comparison)) {
    throw properties.refusal('ComparisonOperator', `${comparison} is not emulated: use a fixed threshold`);
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
    comparison,
    threshold: properties.number('Threshold'),
    actions: properties.strings('AlarmActions'),
  });
};
