import { join } from 'node:path';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import settings from '#config';
import { CREDENTIALS } from '#test/conformance/moto/moto-member.ts';
import { runProgram } from '#test/conformance/run-program.ts';
import type { Tally } from '#test/conformance/tally.ts';

const ROOT = join(import.meta.dirname, '../../..');
const REGION = settings.hub?.region ?? 'us-east-1';
/** Of a token's form, in pieces so that nobody takes it for one. */
const TOKEN = ['xoxb', '100000000001', '100000000002', 'conformance'].join('-');

/** `reeve secret set` against moto's Parameter Store: what was typed is there, encrypted, under its name. */
export async function playSecrets(endpoint: string, tally: Tally): Promise<void> {
  const [channel = ''] = Object.entries(settings.channels).find(([, { kind }]) => kind === 'slack') ?? [];
  const words = ['--import', './bin/node-version.mjs', 'bin/reeve.ts', 'secret', 'set', channel];
  await runProgram(process.execPath, words, {
    cwd: ROOT,
    input: `${TOKEN}\n`,
    env: {
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
      AWS_SESSION_TOKEN: undefined,
      AWS_PROFILE: undefined,
    },
  });
  const client = new SSMClient({ endpoint, region: REGION, credentials: CREDENTIALS });
  const Name = `/ReeveHub/channels/${channel}`;
  const { Parameter } = await client.send(new GetParameterCommand({ Name, WithDecryption: true }));
  const isRight = Parameter?.Type === 'SecureString' && Parameter.Value === TOKEN;
  if (isRight) tally.passed(`moto: secret set ${channel} stores a SecureString at ${Name}`);
  else tally.failed(`moto: secret set ${channel} left a ${Parameter?.Type} at ${Name}`);
}
