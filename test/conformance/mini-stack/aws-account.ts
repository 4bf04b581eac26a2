import { delimiter, dirname, join } from 'node:path';
import settings from '#config';
import { globalRegionOf } from '#lib/regions.ts';
import { runProgram } from '#test/conformance/run-program.ts';
import { WORKSHOP } from '#test/conformance/synthesize-assembly.ts';

/** The account of the emulator, by AWS's wire protocol and by the CDK's command line. */
export type AwsAccount = {
  /** For clients of the SDK. */
  place: {
    endpoint: string;
    region: string;
    credentials: { accessKeyId: string; secretAccessKey: string };
  };
  /** Calls an operation such as `AmazonSSM.PutParameter`. */
  call: <Result>(target: string, input: object) => Promise<Result>;
  cdk: (...args: string[]) => Promise<string>;
};

/** What is started by the name `node` is this Node too. */
export const WITH_THIS_NODE = [dirname(process.execPath), process.env['PATH']].join(delimiter);

type Place = { account: string; region: string };

/** Where the settings of this repository put the hub, and the member that StackSets do not reach. */
const { account = '000000000000', region = 'us-east-1' } = settings.hub ?? {};
export const HUB: Place = { account, region };
export const MANAGEMENT: Place = {
  account: settings.organization?.managementAccount ?? account,
  region: globalRegionOf(region),
};

const ROOT = join(import.meta.dirname, '../../..');
const CDK = join(ROOT, 'node_modules/aws-cdk/bin/cdk');
const SERVICES: Record<string, string> = {
  AWSEvents: 'events',
  AmazonAthena: 'athena',
  AmazonSQS: 'sqs',
  AmazonSSM: 'ssm',
};

export function awsAccount(endpoint: string, { account, region }: Place): AwsAccount {
  const environment = {
    // Twelve digits: the emulator takes them for the account.
    AWS_ACCESS_KEY_ID: account,
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_SESSION_TOKEN: undefined,
    AWS_PROFILE: undefined,
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    PATH: WITH_THIS_NODE,
    // The command line keeps its caches in the home directory.
    HOME: join(WORKSHOP, 'home'),
  };
  return {
    place: { endpoint, region, credentials: { accessKeyId: account, secretAccessKey: 'test' } },
    call: <Result>(target: string, input: object) =>
      call<Result>(endpoint, { account, region }, target, input),
    cdk: (...args) => runProgram(process.execPath, [CDK, ...args], { env: environment, cwd: ROOT }),
  };
}

async function call<Result>(
  endpoint: string,
  { account, region }: Place,
  target: string,
  input: object,
): Promise<Result> {
  const service = SERVICES[target.split('.')[0] ?? ''] ?? '';
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': `application/x-amz-json-1.${service === 'sqs' ? 0 : 1}`,
      'x-amz-target': target,
      // The emulator reads the scope only: whose account, and where.
      authorization: `AWS4-HMAC-SHA256 Credential=${account}/20260101/${region}/${service}/aws4_request`,
    },
    body: JSON.stringify(input),
  });
  const body = await answer.text();
  if (!answer.ok) throw new Error(`${target} answered ${answer.status} ${body}`);
  return JSON.parse(body || '{}') as Result;
}
