import type { ServerResponse } from 'node:http';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import { channelStep, type FlowStep, toFlowStep } from './flow.ts';
import { FlowRecord } from './flow-record.ts';
import { plainNamesOf } from './plain-name.ts';
import { ReceiverWatch } from './receiver-watch.ts';

/** Changes of one tick are sent as one: a delivery has some dozen steps. */
const TICK_MS = 40;

/** Something that a channel shows now and did not before. */
export type ChannelChange = { channel: string; kind: string; text: string };

/** Server-sent events for the open pages: `snapshot` once, then `update` with the steps and changes since. */
export type Updates = { open: (response: ServerResponse) => void; close: () => void };

type UpdateSources = Pick<EmbeddedCloud, 'clock' | 'estate' | 'journal' | 'products'>;

export function createUpdates({ clock, estate, journal, products }: UpdateSources): Updates {
  const pages = new Set<ServerResponse>();
  const record = new FlowRecord();
  const receivers = new ReceiverWatch(products.receivers);
  const plainNames = plainNamesOf(estate);
  let steps: FlowStep[] = [];
  let changes: ChannelChange[] = [];
  let tick: NodeJS.Timeout | undefined;

  const add = (step: Omit<FlowStep, 'id'>) => {
    const added = record.add({ ...step, text: plainNames(step.text) });
    if (pages.size === 0) return;
    steps.push(added);
    tick ??= setTimeout(flush, TICK_MS);
  };

  function flush() {
    tick = undefined;
    changes.push(...receivers.news());
    const update = { now: clock.now(), steps, changes };
    for (const page of pages) send(page, 'update', update);
    steps = [];
    changes = [];
  }

  const channelOf = new Map(Object.entries(products.conversations).map(([name, id]) => [id, name]));
  const stopListening = [
    journal.listen((step) => add(toFlowStep(step))),
    products.slack.onMessage((change) => {
      const channel = channelOf.get(change.channel) ?? change.channel;
      const step = channelStep(change, channel, clock.now());
      changes.push({ channel, kind: change.kind, text: step.text });
      add(step);
    }),
  ];
  for (const step of journal.steps) add(toFlowStep(step));

  return {
    open(response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      send(response, 'snapshot', { now: clock.now(), steps: record.steps });
      pages.add(response);
      response.on('close', () => pages.delete(response));
    },
    close() {
      for (const stop of stopListening) stop();
      clearTimeout(tick);
      for (const page of pages) page.end();
    },
  };
}

function send(page: ServerResponse, event: string, data: object): void {
  page.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}
