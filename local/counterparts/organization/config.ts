import { type AwsBackend, AwsError, awsJsonBackend } from '#local/proxy/aws-call.ts';
import type { Organization } from './acting-account.ts';
import { configAggregators } from './config-aggregators.ts';
import { type ConfigRecorder, configRecorders } from './config-recorders.ts';
import { configSelect } from './config-select.ts';

type Input = Record<string, unknown>;

/**
 * AWS Config: its recorders, its aggregators and what one can query. Who names no recorder is told of the
 * customer's own alone: a service-linked one is found by its name, its ARN, its service or in the list.
 * https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeConfigurationRecorders.html
 */
export function configBackend(organization: Organization): AwsBackend {
  return awsJsonBackend({
    ...configSelect(organization),
    ...configAggregators(organization),
    DescribeConfigurationRecorders: (input, call) => ({
      ConfigurationRecorders: asked(input, configRecorders(organization, call)).map((recorder) => ({
        ...toSummary(recorder),
        roleARN: recorder.roleArn,
        recordingGroup: recorder.recordingGroup,
      })),
    }),
    DescribeConfigurationRecorderStatus: (input, call) => ({
      ConfigurationRecordersStatus: asked(input, configRecorders(organization, call)).map(toStatus),
    }),
    ListConfigurationRecorders: (input, call) => {
      const isWanted = scopeFilter(input);
      return {
        ConfigurationRecorderSummaries: configRecorders(organization, call).filter(isWanted).map(toSummary),
      };
    },
  });
}

function asked(input: Input, recorders: ConfigRecorder[]): ConfigRecorder[] {
  const { ConfigurationRecorderNames: names = [], Arn, ServicePrincipal } = input;
  const keys = [names, Arn, ServicePrincipal].flat().filter((key) => typeof key === 'string');
  if (keys.length > 1)
    throw new AwsError('ValidationException', 'Only one configuration recorder can be specified');

  const [key] = keys;
  if (key === undefined) return recorders.filter(({ servicePrincipal }) => servicePrincipal === undefined);
  const found = recorders.filter(({ name, arn, servicePrincipal }) =>
    [name, arn, servicePrincipal].includes(key),
  );
  if (found.length > 0) return found;
  const message = `Cannot find configuration recorder with the specified name '${key}'.`;
  throw new AwsError('NoSuchConfigurationRecorderException', message);
}

function scopeFilter({ Filters }: Input) {
  const filters = (Array.isArray(Filters) ? Filters : []) as {
    filterName?: unknown;
    filterValue?: unknown[];
  }[];
  if (filters.some(({ filterName }) => filterName !== 'recordingScope'))
    throw new AwsError('ValidationException', 'Recorders can be filtered by recordingScope only');
  return ({ recordingScope }: ConfigRecorder) =>
    filters.every(({ filterValue = [] }) => filterValue.includes(recordingScope));
}

const toSummary = ({ arn, name, servicePrincipal, recordingScope }: ConfigRecorder) => ({
  arn,
  name,
  servicePrincipal,
  recordingScope,
});

const toStatus = ({ arn, name, servicePrincipal, isRecording }: ConfigRecorder) => ({
  arn,
  name,
  servicePrincipal,
  recording: isRecording,
  lastStatus: isRecording ? 'SUCCESS' : 'PENDING',
});
