import { SSMClient } from '@aws-sdk/client-ssm';
import { describeError } from '#bin/commands/command-line/describe-error.ts';
import { REEVE } from '#bin/commands/command-line/help.ts';
import type { Check } from '#bin/commands/doctor/check.ts';
import type { Observed } from '#bin/commands/doctor/finding.ts';
import { Unseen } from '#bin/commands/doctor/unseen.ts';
import { findChannel } from '#bin/commands/find-channel.ts';
import { postTest } from '#bin/commands/send-test/post-test.ts';

/** Every channel takes a harmless message. */
export const channels: Check = {
  name: 'channels',
  area: 'Channels',
  about: 'Every channel takes a test message; only with --send-test, since people see it',
  asks: 'the hub account',
  actions: ['ssm:GetParameter'],
  skip: ({ sendsTests }) => (sendsTests ? undefined : 'With --send-test each channel gets a message'),
  async *run({ client, settings, stack, progress }) {
    const ssm = await client(SSMClient, 'hub');
    for (const name of Object.keys(settings.channels)) {
      progress(`Posting to ${name} …`);
      yield await reach(name, () => postTest(findChannel(settings, name, stack), ssm));
    }
  },
};

async function reach(name: string, post: () => Promise<unknown>): Promise<Observed> {
  try {
    await post();
    return { verdict: 'ok', text: `${name} took the message` };
  } catch (error) {
    if (error instanceof Unseen) return error.finding;
    const mend = `See docs/runbook.md, "chat-delivery", and try ${REEVE} send-test ${name}`;
    return {
      verdict: 'failed',
      text: `${name} did not take the message`,
      detail: describeError(error),
      mend,
    };
  }
}
