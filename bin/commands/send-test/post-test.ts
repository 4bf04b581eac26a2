import { randomUUID } from 'node:crypto';
import { GetParameterCommand, ParameterNotFound, type SSMClient } from '@aws-sdk/client-ssm';
import { Failure } from '#bin/commands/command-line/errors.ts';
import { REEVE } from '#bin/commands/command-line/help.ts';
import { testCard } from '#bin/commands/send-test/test-card.ts';
import { type PostJson, postFile, postJson } from '#lambdas/chat-delivery/https-client.ts';
import { openChannel } from '#lambdas/chat-delivery/open-channel.ts';
import type { ChannelSettings } from '#lambdas/contracts/settings.ts';

/** What the channel answered to a harmless message. */
export type Posted = { status: number | undefined; reference: string };

/** Posts a harmless message to a channel, as chat-delivery would. */
export async function postTest(channel: ChannelSettings, client: SSMClient): Promise<Posted> {
  let status: number | undefined;
  const watched: PostJson = async (...request) => {
    const answer = await postJson(...request);
    status = answer.status;
    return answer;
  };
  const open = openChannel([channel], {
    readSecret: (secretName) => readSecret(client, secretName, channel.name),
    postJson: watched,
    postFile,
    pace: async () => {},
    now: () => new Date(),
  });
  const chat = await open(channel.name);
  const id = randomUUID();
  const reference = await chat.post(chat.render(testCard(id, new Date()), 'full'), id);
  return { status, reference };
}

async function readSecret(client: SSMClient, secretName: string, channel: string): Promise<string> {
  try {
    const request = new GetParameterCommand({ Name: secretName, WithDecryption: true });
    return (await client.send(request)).Parameter?.Value ?? '';
  } catch (error) {
    if (!(error instanceof ParameterNotFound)) throw error;
    const wayOut = `store it with "${REEVE} secret set ${channel}"`;
    throw new Failure(`There is no secret ${secretName}: ${wayOut}.`, { cause: error });
  }
}
