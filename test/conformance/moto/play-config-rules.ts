import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ConfigRule,
  ConfigServiceClient,
  DescribeConfigRulesCommand,
  PutConfigRuleCommand,
} from '@aws-sdk/client-config-service';
import { CREDENTIALS } from '#test/conformance/moto/moto-member.ts';
import { faultsOf } from '#test/conformance/moto/play-questions.ts';
import type { Tally } from '#test/conformance/tally.ts';

type Properties = Omit<ConfigRule, 'InputParameters'> & { InputParameters?: object };
type Where = { url: string; programs: string; templates: string };

/** The rules of the templates as AWS Config's API takes them: all by botocore's model, AWS's own rule by moto's list. */
export async function playConfigRules({ url, programs, templates }: Where, tally: Tally): Promise<void> {
  const rules = rulesIn(templates);
  const requests = rules.map((ConfigRule) => ({
    service: 'config',
    operation: 'PutConfigRule',
    input: { ConfigRule },
  }));
  const faults = await faultsOf(programs, requests);
  const what = `botocore: its model of AWS Config takes all ${rules.length} rules`;
  if (faults.length === 0) tally.passed(what);
  else tally.failed(`${what}\n  ${faults.join('\n  ')}`);

  const client = new ConfigServiceClient({ endpoint: url, region: 'eu-central-1', credentials: CREDENTIALS });
  const managed = rules.filter(({ Source }) => Source?.Owner === 'AWS');
  for (const rule of managed) await client.send(new PutConfigRuleCommand({ ConfigRule: rule }));
  const { ConfigRules = [] } = await client.send(new DescribeConfigRulesCommand({}));
  const kept = ConfigRules.map(({ InputParameters }) => InputParameters).join();
  const isKept = managed.length > 0 && kept === managed.map(({ InputParameters }) => InputParameters).join();
  // Else its word would be worth nothing.
  const isHeld = await refuses(client, {
    ...managed[0],
    InputParameters: '{"tag1Key":"a","tag7Key":"b"}',
  } as ConfigRule);
  const taken = `moto: it takes AWS's own rule with these parameters, and no seventh`;
  if (isKept && isHeld) tally.passed(taken);
  else tally.failed(`${taken}\n  kept ${kept}, refused ${isHeld}`);
}

async function refuses(client: ConfigServiceClient, rule: ConfigRule): Promise<boolean> {
  try {
    await client.send(new PutConfigRuleCommand({ ConfigRule: rule }));
    return false;
  } catch (error) {
    return (error as Error).name === 'InvalidParameterValueException';
  }
}

function rulesIn(folder: string): ConfigRule[] {
  return readdirSync(folder).flatMap((file) => {
    const template = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
      Resources: Record<string, { Properties: Properties }>;
    };
    return Object.values(template.Resources).map(
      ({ Properties: { InputParameters, ...rule } }): ConfigRule => ({
        ...rule,
        ...(InputParameters ? { InputParameters: JSON.stringify(InputParameters) } : {}),
      }),
    );
  });
}
