import { readFile } from 'node:fs/promises';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { defineCommand } from '#bin/commands/command-line/command.ts';
import { Failure } from '#bin/commands/command-line/errors.ts';
import { REEVE } from '#bin/commands/command-line/help.ts';
import { findSecret } from '#bin/commands/find-secret.ts';
import { readSettings } from '#bin/commands/read-settings.ts';
import { askUnseen } from '#bin/commands/secret-set/ask-unseen.ts';
import { questionsFor, toSecret } from '#bin/commands/secret-set/to-secret.ts';
import { stackOption } from '#bin/commands/stack-option.ts';

export const secretSet = defineCommand({
  name: 'secret set',
  summary: 'Stores the secret of a channel, or of a tracker:NAME, in Parameter Store',
  details:
    'Asks for it without showing what is typed; typing it is the consent to replace the old one. In a script\n' +
    'it is read from standard input, one answer a line. Never an argument: those stay in the history.',
  parameters: ['<channel>'],
  options: { stack: stackOption },

  async run({ parameters: [name = ''], options: { stack } }, terminal) {
    const { kind, secretName, isTracker } = findSecret(await readSettings(), name, stack);
    const client = new SSMClient({});
    const region = await client.config.region();
    terminal.progress(`The secret of ${name} (${kind}) goes to ${secretName} in ${region}.`);

    const given = await askUnseen(questionsFor(kind));
    const answers = kind === 'github-app' ? await readFiles(given) : given;
    const { value, signingSecret } = toSecret(kind, answers);
    const version = await store(client, secretName, value);
    const shown = signingSecret ? `\nSigning secret for the receiver, shown this once: ${signingSecret}` : '';
    const text =
      `Stored, as version ${version}. It is used within five minutes.${shown}` +
      (isTracker ? '' : `\nTry it: ${REEVE} send-test ${name}`);
    terminal.answer(text, { parameter: secretName, version, signingSecret });
  },
});

/** A key of many lines is no answer that one can type. */
async function readFiles(paths: string[]): Promise<string[]> {
  try {
    return await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  } catch (error) {
    const { code = 'unreadable' } = error as NodeJS.ErrnoException;
    throw new Failure(`There is no such file that can be read (${code}). Nothing was stored.`);
  }
}

/** Of an error only the name: AWS's words may repeat the value. */
async function store(client: SSMClient, name: string, value: string): Promise<number | undefined> {
  const parameter = { Name: name, Value: value, Type: 'SecureString', Overwrite: true } as const;
  try {
    return (await client.send(new PutParameterCommand(parameter))).Version;
  } catch (error) {
    if (!(error instanceof Error && '$metadata' in error)) throw error;
    if (error.name === 'CredentialsProviderError') throw error;
    throw new Failure(`Parameter Store did not take ${name}: ${error.name}. Nothing was changed.`);
  }
}
