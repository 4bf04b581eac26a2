import { defineCommand } from '#bin/commands/command-line/command.ts';
import { tableOption } from '#bin/commands/mute/find-ledger.ts';
import { listMutes } from '#bin/commands/mute/mute-ledger.ts';
import { readEventFile } from '#bin/commands/read-event-file.ts';
import { readSettings } from '#bin/commands/read-settings.ts';
import { describeRouting } from '#bin/commands/route/describe-routing.ts';
import { explainRouting } from '#bin/commands/route/explain-routing.ts';

export const route = defineCommand({
  name: 'route',
  summary: 'Shows which channels would hear of an event, and why',
  details:
    'Reads reeve.config.ts as it is now, deployed or not, and needs no AWS. With --stack the mutes that\n' +
    'were made by "reeve mute" count too.',
  parameters: ['<event.json>'],
  options: {
    stack: { type: 'string', value: 'STACK', about: 'The deployment whose mutes count too' },
    table: tableOption,
  },

  async run({ parameters: [path = ''], options: { stack, table } }, terminal) {
    const [text, settings] = await Promise.all([readEventFile(path), readSettings()]);
    const made = stack === undefined ? [] : await listMutes({ stack, table });
    const explanation = await explainRouting(text, settings, made, new Date());
    terminal.answer(describeRouting(explanation), explanation);
  },
});
