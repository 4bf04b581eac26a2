import { once } from 'node:events';
import { defineCommand } from '#bin/commands/command-line/command.ts';
import { REEVE } from '#bin/commands/command-line/help.ts';
import type { Terminal } from '#bin/commands/command-line/terminal.ts';
import { refusePortInUse } from '#bin/commands/local/refuse-port-in-use.ts';
import { synthesizeApp } from '#bin/commands/local/synthesize-app.ts';
import { portOption, readPort } from '#bin/commands/port-option.ts';
import { readSettings } from '#bin/commands/read-settings.ts';
import { channelStep } from '#local/console/flow.ts';
import { ReceiverWatch } from '#local/console/receiver-watch.ts';
import { startConsole } from '#local/console/start-console.ts';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import { openEvents } from '#local/counterparts/organization/open-events.ts';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { fireAtDeployment } from '#local/fire-at-deployment.ts';
import { hubOf } from '#local/hub-of.ts';
import { stories } from '#local/replay-events/stories.ts';

type SignedBody = { type: string; data: { title: string } };

export const local = defineCommand({
  name: 'local',
  summary: 'Runs the app on this machine, without AWS, with a console to play with it',
  parameters: [],
  options: {
    port: portOption,
    assembly: { type: 'string', value: 'FOLDER', about: 'Run this synthesized app, do not synthesize anew' },
  },

  async run({ options }, terminal) {
    const port = readPort(options.port);
    await refusePortInUse(port);
    const assembly = options.assembly ?? (await synthesize(terminal));
    const ended = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    const settings = await readSettings();
    const { accountId: account, region } = hubOf(assembly);
    const hub = { account, region };
    const around = makeWorld({ settings: { ...settings, hub }, now: Date.now() });
    const world = { ...around, alarmEmails: settings.alarmEmails };
    world.health.events.push(...openEvents(world, Date.now()));
    const cloud = await startEmbeddedCloud({ assembly, world });
    try {
      const console = await startConsole({ cloud, port });
      tellMessages(cloud, terminal);
      terminal.answer(welcome(console.url, cloud), { url: console.url, aws: cloud.proxy.url });
      await fireAtDeployment(cloud);
      await replayFirstEvent(console.url);
      await ended;
      terminal.progress('Ending …');
      await console.close();
    } finally {
      await cloud.stop();
    }
  },
});

async function synthesize(terminal: Terminal): Promise<string> {
  terminal.progress('Synthesizing the app …');
  const startedAt = performance.now();
  const assembly = await synthesizeApp();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  terminal.progress(`Synthesized in ${seconds} s. Starting it …`);
  return assembly;
}

function welcome(url: string, { proxy, hub }: EmbeddedCloud): string {
  const environment = `AWS_ENDPOINT_URL=${proxy.url} AWS_REGION=${hub.region} AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local`;
  return [
    '',
    `Reeve runs on this machine: ${url}`,
    '',
    'There you see each channel as its product shows it, replay events, move the clock and break things.',
    `An event of yours, from another terminal:  ${REEVE} replay <event.json>`,
    'doctor, advisor, contacts, cost, mute, redrive, secret set, support and tags meet this Reeve with:',
    `  ${environment}`,
    'Ctrl-C ends it. A first event is on its way:',
    '',
  ].join('\n');
}

/** By the console itself, so that the page knows which step of the story comes next. */
async function replayFirstEvent(url: string): Promise<void> {
  const body = JSON.stringify({ story: stories[0]?.id });
  const headers = { 'content-type': 'application/json' };
  await fetch(`${url}/api/stories/next`, { method: 'POST', headers, body });
}

/** One line for each message that a channel is told. */
function tellMessages({ clock, journal, products }: EmbeddedCloud, terminal: Terminal): void {
  const channels = new Map(Object.entries(products.conversations).map(([name, id]) => [id, name]));
  products.slack.onMessage((change) => {
    const channel = channels.get(change.channel) ?? change.channel;
    const { text } = channelStep(change, channel, clock.now());
    terminal.answer(text, { channel, kind: change.kind, text });
  });
  const receivers = new ReceiverWatch(products.receivers);
  journal.listen(({ kind }) => {
    if (kind !== 'internet') return;
    for (const { channel } of receivers.news()) {
      const last = products.receivers[channel]?.deliveries().at(-1)?.body as SignedBody | undefined;
      const text = `${channel}: signed delivery, ${last?.type} ${last?.data.title}`;
      terminal.answer(text, { channel, kind: 'posted', text });
    }
  });
}
