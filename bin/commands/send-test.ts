import { SSMClient } from '@aws-sdk/client-ssm';
import { defineCommand } from '#bin/commands/command-line/command.ts';
import { findChannel } from '#bin/commands/find-channel.ts';
import { readSettings } from '#bin/commands/read-settings.ts';
import { postTest } from '#bin/commands/send-test/post-test.ts';
import { stackOption } from '#bin/commands/stack-option.ts';

export const sendTest = defineCommand({
  name: 'send-test',
  summary: 'Posts a harmless message to a channel, as chat-delivery would',
  parameters: ['<channel>'],
  options: { stack: stackOption },

  async run({ parameters: [name = ''], options: { stack } }, terminal) {
    const channel = findChannel(await readSettings(), name, stack);
    terminal.progress(`Posting to ${name} (${channel.kind}) …`);
    const { status, reference } = await postTest(channel, new SSMClient({}));
    const text = `${name} took the message: HTTP ${status}, reference ${reference}.`;
    terminal.answer(text, { channel: name, status, reference });
  },
});
