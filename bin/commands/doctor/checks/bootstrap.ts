import { GetParameterCommand, ParameterNotFound, SSMClient } from '@aws-sdk/client-ssm';
import type { Check } from '#bin/commands/doctor/check.ts';
import type { Observed } from '#bin/commands/doctor/finding.ts';

const PARAMETER = '/cdk-bootstrap/hnb659fds/version';
/** What a template of CDK's default synthesizer refuses to be below. */
const OLDEST_VERSION = 6;

/** The hub's Region can be deployed to by CDK. */
export const bootstrap: Check = {
  name: 'bootstrap',
  area: 'Hub',
  about: 'The home Region is bootstrapped for CDK',
  asks: 'the hub account',
  actions: ['ssm:GetParameter'],
  async run({ client, hubAccount, homeRegion }) {
    const version = await askVersion(await client(SSMClient, 'hub'));
    return judgeBootstrap(version, hubAccount, homeRegion);
  },
};

export function judgeBootstrap(version: number | undefined, account: string, region: string): Observed[] {
  const mend = `npx cdk bootstrap aws://${account}/${region}`;
  if (version === undefined) {
    return [{ account, region, verdict: 'failed', text: 'Not bootstrapped for CDK', mend }];
  }
  if (!(version >= OLDEST_VERSION)) {
    const text = `CDK's bootstrap is version ${version}, ${OLDEST_VERSION} is needed`;
    return [{ account, region, verdict: 'failed', text, mend }];
  }
  return [{ account, region, verdict: 'ok', text: `CDK's bootstrap is version ${version}` }];
}

async function askVersion(client: SSMClient): Promise<number | undefined> {
  try {
    const { Parameter } = await client.send(new GetParameterCommand({ Name: PARAMETER }));
    return Number(Parameter?.Value);
  } catch (error) {
    if (error instanceof ParameterNotFound) return undefined;
    throw error;
  }
}
