import {
  type ConfigServiceClient,
  type ConfigurationRecorder,
  DescribeConfigurationRecorderStatusCommand,
  DescribeConfigurationRecordersCommand,
} from '@aws-sdk/client-config-service';
import type { Recorder } from '#lambdas/tag-coverage/blind/recorder.ts';

/** The recorders of the account and Region that the client is for. */
export async function readRecorders(client: ConfigServiceClient): Promise<Recorder[]> {
  const { ConfigurationRecorders: recorders = [] } = await client.send(
    new DescribeConfigurationRecordersCommand({}),
  );
  if (recorders.length === 0) return [];
  const { ConfigurationRecordersStatus: statuses = [] } = await client.send(
    new DescribeConfigurationRecorderStatusCommand({}),
  );
  return recorders.map((recorder) => {
    const status = statuses.find(({ name }) => name === recorder.name);
    return {
      isRecording: status?.recording === true,
      // AWS's documents write it with and without capitals.
      isFailing: status?.lastStatus?.toLowerCase() === 'failure',
      isInternal: recorder.recordingScope === 'INTERNAL',
      records: recordsOf(recorder),
    };
  });
}

/** The strategy says which of the lists counts; older recorders have none. */
function recordsOf({ recordingGroup = {} }: ConfigurationRecorder): Recorder['records'] {
  const {
    allSupported,
    includeGlobalResourceTypes: iam = false,
    resourceTypes: only = [],
    exclusionByResourceTypes,
    recordingStrategy,
  } = recordingGroup;
  const strategy = recordingStrategy?.useOnly;
  if (strategy === 'EXCLUSION_BY_RESOURCE_TYPES')
    return { all: true, only: [], except: exclusionByResourceTypes?.resourceTypes ?? [], iam: true };
  const all = strategy ? strategy === 'ALL_SUPPORTED_RESOURCE_TYPES' : allSupported === true;
  return { all, only: all ? [] : only, except: [], iam };
}
