import { randomUUID } from 'node:crypto';
import { GetParameterCommand, ParameterNotFound, SSMClient } from '@aws-sdk/client-ssm';
import { defineCommand } from '#bin/commands/command-line/command.ts';
import { Failure } from '#bin/commands/command-line/errors.ts';
import { REEVE } from '#bin/commands/command-line/help.ts';
import { findChannel } from '#bin/commands/find-channel.ts';
import { readSettings } from '#bin/commands/read-settings.ts';
import { testCard } from '#bin/commands/send-test/test-card.ts';
import { stackOption } from '#bin/commands/stack-option.ts';
import { type PostJson, postJson } from '#lambdas/chat-delivery/https-client.ts';
import { openChannel } from '#lambdas/chat-delivery/open-channel.ts';

export const sendTest = defineCommand({
  name: 'send-test',
  summary: 'Posts a harmless message to a channel, as chat-delivery would',
  parameters: ['<channel>'],
  options: { stack: stackOption },

  async run({ parameters: [name = ''], options: { stack } }, terminal) {
    const channel = findChannel(await readSettings(), name, stack);
    let status: number | undefined;
    const watched: PostJson = async (...request) => {
      const answer = await postJson(...request);
      status = answer.status;
      return answer;
    };
    const open = openChannel([channel], {
      readSecret: (secretName) => readSecret(secretName, name),
      postJson: watched,
      pace: async () => {},
      now: () => new Date(),
    });
    const chat = await open(name);
    terminal.progress(`Posting to ${name} (${channel.kind}) …`);
    const id = randomUUID();
    const reference = await chat.post(chat.render(testCard(id), 'full'), id);
    const text = `${name} took the message: HTTP ${status}, reference ${reference}.`;
    terminal.answer(text, { channel: name, status, reference });
  },
});

async function readSecret(secretName: string, channel: string): Promise<string> {
  try {
    const request = new GetParameterCommand({ Name: secretName, WithDecryption: true });
    return (await new SSMClient({}).send(request)).Parameter?.Value ?? '';
  } catch (error) {
    if (!(error instanceof ParameterNotFound)) throw error;
    const wayOut = `store it with "${REEVE} secret set ${channel}"`;
    throw new Failure(`There is no secret ${secretName}: ${wayOut}.`, { cause: error });
  }
}
