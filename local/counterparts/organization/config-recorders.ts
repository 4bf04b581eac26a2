import type { AwsCall } from '#local/proxy/aws-call.ts';
import { actingAccount, type Organization } from './acting-account.ts';
import { uuidOf } from './stack-id.ts';
import type { Recorder } from './world.ts';

export type ConfigRecorder = {
  arn: string;
  name: string;
  roleArn: string;
  isRecording: boolean;
  recordingScope: 'PAID' | 'INTERNAL';
  recordingGroup: Record<string, unknown>;
  /** Of the AWS service that owns it; the customer's own has none. */
  servicePrincipal?: string;
};

const LINKED_SERVICE = 'observabilityadmin.amazonaws.com';

/** The recorders of the account and Region that a call is made in. */
export function configRecorders(organization: Organization, call: AwsCall): ConfigRecorder[] {
  const account = actingAccount(organization, call);
  const state = account?.recorders[call.region] ?? 'none';
  if (!account || state === 'none') return [];

  const isLinked = state === 'internal';
  const name = isLinked ? 'AWSConfigurationRecorderForObservabilityAdmin' : 'default';
  const id = uuidOf(`${account.id}/${call.region}/${name}`).slice(0, 8);
  return [
    {
      arn: `arn:aws:config:${call.region}:${account.id}:configuration-recorder/${name}/${id}`,
      name,
      roleArn: `arn:aws:iam::${account.id}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`,
      isRecording: state !== 'stopped',
      recordingGroup: recordingGroup(state),
      recordingScope: isLinked ? 'INTERNAL' : 'PAID',
      ...(isLinked ? { servicePrincipal: LINKED_SERVICE } : {}),
    },
  ];
}

/** https://docs.aws.amazon.com/config/latest/APIReference/API_RecordingGroup.html */
function recordingGroup(recorder: Recorder): Record<string, unknown> {
  if (typeof recorder === 'string') {
    const strategy = { useOnly: 'ALL_SUPPORTED_RESOURCE_TYPES' };
    return {
      allSupported: true,
      includeGlobalResourceTypes: true,
      resourceTypes: [],
      recordingStrategy: strategy,
    };
  }
  const { only = [], except } = recorder;
  const useOnly = except ? 'EXCLUSION_BY_RESOURCE_TYPES' : 'INCLUSION_BY_RESOURCE_TYPES';
  return {
    allSupported: false,
    includeGlobalResourceTypes: false,
    resourceTypes: only,
    exclusionByResourceTypes: { resourceTypes: except ?? [] },
    recordingStrategy: { useOnly },
  };
}
