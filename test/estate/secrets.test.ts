import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { invariant } from '#test/estate/invariant.ts';
import { propertiesOf, type Template } from '#test/estate/template.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

type LambdaFunction = { Environment: { Variables: Record<string, unknown> } };

const SECRETS = [
  /xox[a-z]-[\w-]{10,}/,
  /xapp-[\w-]{10,}/,
  /whsec_[\w+/=]+/,
  /hooks\.slack(?:-gov)?\.com\/\w+/,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
];

const secretsIn = (text: string) => SECRETS.flatMap((pattern) => pattern.exec(text)?.[0] ?? []);
const give = (template: Template, value: string) =>
  Object.assign(propertiesOf<LambdaFunction>(template, 'AWS::Lambda::Function').Environment.Variables, {
    value,
  });

invariant({
  rule: 'no secret stands in the template',
  violations: (template) => secretsIn(JSON.stringify(template)),
  broken: {
    'a bot token': (template) => give(template, ['xoxb', '000000000000', 'fixture'].join('-')),
    'the address of an incoming webhook': (template) =>
      give(template, 'https://hooks.slack.com/services/T0/B0/x'),
    'a signing secret': (template) => give(template, `whsec_${'A'.repeat(32)}`),
    'an access key': (template) => give(template, `AKIA${'X'.repeat(16)}`),
    'a private key': (template) => give(template, '-----BEGIN PRIVATE KEY-----'),
  },
});

test('no secret stands in the settings beside a function', () => {
  const files = readdirSync(ASSEMBLY, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('settings.json'),
  );
  const texts = files.map((file) => readFileSync(join(ASSEMBLY, file), 'utf8'));

  expect(texts.length).toBeGreaterThan(0);
  expect(texts.flatMap(secretsIn)).toEqual([]);
});
