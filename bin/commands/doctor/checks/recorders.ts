import {
  ConfigServiceClient,
  type ConfigurationRecorder,
  DescribeConfigurationRecorderStatusCommand,
  DescribeConfigurationRecordersCommand,
} from '@aws-sdk/client-config-service';
import type { Check } from '#bin/commands/doctor/check.ts';
import { ACCOUNT_ACTIONS } from '#bin/commands/doctor/facts/watched-accounts.ts';
import type { Observed } from '#bin/commands/doctor/finding.ts';
import { findingsOfEach } from '#bin/commands/doctor/findings-of-each.ts';
import { toFinding } from '#bin/commands/doctor/unseen.ts';

export type Recorder = { name: string; isInternal: boolean; isRecording: boolean };

/** AWS Config sees what each account has in each Region. */
export const recorders: Check = {
  name: 'recorders',
  area: 'Members',
  about: 'AWS Config records in every account and Region',
  asks: 'every account',
  actions: [
    'config:DescribeConfigurationRecorders',
    'config:DescribeConfigurationRecorderStatus',
    ...ACCOUNT_ACTIONS,
  ],
  async run(context) {
    const regions = [...new Set([context.homeRegion, ...context.settings.regions])].sort();
    return findingsOfEach(context, 'configuration recorders', async ({ id }) => {
      const findings: Observed[] = [];
      for (const region of regions) {
        try {
          const client = await context.client(ConfigServiceClient, id, region);
          findings.push({ account: id, region, ...judgeRecorders(await askRecorders(client)) });
        } catch (error) {
          findings.push({ ...toFinding(error), account: id, region });
        }
      }
      return findings;
    });
  },
};

/** A warning: required tags name what they do not see, and go on with the others. */
export function judgeRecorders(found: Recorder[]): Observed {
  const own = found.filter(({ isInternal }) => !isInternal);
  if (own.some(({ isRecording }) => isRecording)) return { verdict: 'ok', text: 'AWS Config records' };
  const mend =
    'Set AWS Config up there (in Control Tower, by enrolling the account): required tags see nothing without';
  if (own.length > 0) return { verdict: 'warning', text: 'The configuration recorder is stopped', mend };
  const text =
    found.length > 0
      ? 'No configuration recorder but that of an AWS service, which delivers nothing'
      : 'No configuration recorder';
  return { verdict: 'warning', text, mend };
}

async function askRecorders(client: ConfigServiceClient): Promise<Recorder[]> {
  const { ConfigurationRecorders = [] } = await client.send(new DescribeConfigurationRecordersCommand({}));
  if (ConfigurationRecorders.length === 0) return [];
  const request = new DescribeConfigurationRecorderStatusCommand({});
  const { ConfigurationRecordersStatus = [] } = await client.send(request);
  const recording = new Set(
    ConfigurationRecordersStatus.filter(({ recording }) => recording).map(({ name }) => name),
  );
  return ConfigurationRecorders.map((recorder) => toRecorder(recorder, recording));
}

/** That of an AWS service is told by its scope, or by its owner where there is none. */
export function toRecorder(recorder: ConfigurationRecorder, recording: Set<string | undefined>): Recorder {
  const { name = '', recordingScope, servicePrincipal } = recorder;
  const isInternal =
    recordingScope === 'INTERNAL' || (recordingScope === undefined && servicePrincipal !== undefined);
  return { name, isInternal, isRecording: recording.has(name) };
}
