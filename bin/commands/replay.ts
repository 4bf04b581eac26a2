import { defineCommand } from '#bin/commands/command-line/command.ts';
import { Failure } from '#bin/commands/command-line/errors.ts';
import { portOption, readPort } from '#bin/commands/port-option.ts';
import { readEventFile } from '#bin/commands/read-event-file.ts';

type Answer = { event?: { id: string; 'detail-type': string }; error?: string };

export const replay = defineCommand({
  name: 'replay',
  summary: 'Puts an event on the bus of the local console that is running',
  details: 'What EventBridge itself adds (id, time, account, region) may be missing from the file.',
  parameters: ['<event.json>'],
  options: { port: portOption },

  async run({ parameters: [path = ''], options }, terminal) {
    const console = `http://127.0.0.1:${readPort(options.port)}`;
    const { event, error } = await post(`${console}/api/events`, await readEventFile(path));
    if (!event) throw new Failure(`${path}: ${error ?? 'the console did not take it'}`);
    const text = `Replayed ${event['detail-type']} ${event.id}. See its way at ${console}`;
    terminal.answer(text, { event, console });
  },
});

async function post(url: string, text: string): Promise<Answer> {
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
  };
  try {
    return (await (await fetch(url, request)).json()) as Answer;
  } catch (error) {
    const { origin } = new URL(url);
    throw new Failure(`No console answers at ${origin}: start it with "npm start", or name its --port.`, {
      cause: error,
    });
  }
}
