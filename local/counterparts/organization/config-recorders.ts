import type { AwsCall } from '#local/proxy/aws-call.ts';
import { actingAccount, type Organization } from './acting-account.ts';
import { uuidOf } from './stack-id.ts';

export type ConfigRecorder = {
  arn: string;
  name: string;
  roleArn: string;
  isRecording: boolean;
  recordingScope: 'PAID' | 'INTERNAL';
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
      recordingScope: isLinked ? 'INTERNAL' : 'PAID',
      ...(isLinked ? { servicePrincipal: LINKED_SERVICE } : {}),
    },
  ];
}
