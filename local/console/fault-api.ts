import * as z from 'zod/mini';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import { type Api, taking } from './api.ts';
import { crashAfterSend } from './crash-after-send.ts';
import { Refusal } from './refusal.ts';

const Times = z.int().check(z.gte(1), z.lte(100));
const Named = z.object({ channel: z.string() });
const SlackFault = z.object({
  channel: z.string(),
  fault: z.enum(['rate_limited', 'server_error', 'timeout', 'ok_false']),
  times: Times,
});
const ReceiverFault = z.object({
  channel: z.string(),
  status: z.int().check(z.gte(300), z.lte(599)),
  times: Times,
});

type FaultPorts = Pick<EmbeddedCloud, 'channels' | 'products' | 'gateway' | 'functions'>;

/** What people can break, to see that nothing is lost. */
export function faultApi(cloud: FaultPorts): Api {
  const { channels, products } = cloud;
  const { slack, conversations, receivers } = products;
  const conversationOf = (channel: string) => conversations[channel] ?? refuse(channel, 'Slack channel');

  return {
    'POST /api/faults/slack': taking(SlackFault, ({ channel, fault, times }) => {
      slack.failNext(conversationOf(channel), fault, times);
    }),

    'POST /api/faults/receiver': taking(ReceiverFault, ({ channel, status, times }) => {
      (receivers[channel] ?? refuse(channel, 'webhook receiver')).failNext(status, times);
    }),

    'POST /api/faults/archive': taking(Named, ({ channel }) => slack.archive(conversationOf(channel))),

    'POST /api/faults/delete-last': taking(Named, ({ channel }) => {
      const id = conversationOf(channel);
      const last = slack.messages(id).findLast(({ deleted, thread_ts: thread }) => !deleted && !thread);
      if (!last) throw new Refusal(409, `There is no message in ${channel}`);
      slack.deleteMessage(id, last.ts);
    }),

    'POST /api/faults/crash': taking(Named, ({ channel }) => {
      const settings = channels.find(({ name }) => name === channel) ?? refuse(channel, 'channel');
      crashAfterSend(settings, cloud);
    }),
  };
}

function refuse(name: string, kind: string): never {
  throw new Refusal(404, `There is no ${kind} named ${name}`);
}
