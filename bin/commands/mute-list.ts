import { defineCommand } from '#bin/commands/command-line/command.ts';
import { describeMute } from '#bin/commands/mute/describe-mute.ts';
import { tableOption } from '#bin/commands/mute/find-ledger.ts';
import { listMutes } from '#bin/commands/mute/mute-ledger.ts';
import { readSettings } from '#bin/commands/read-settings.ts';
import { stackOption } from '#bin/commands/stack-option.ts';

export const muteList = defineCommand({
  name: 'mute list',
  summary: 'Lists the mutes that hold now',
  parameters: [],
  options: { stack: stackOption, table: tableOption },

  async run({ options: { stack, table } }, terminal) {
    const [{ mutes: lasting }, made] = await Promise.all([readSettings(), listMutes({ stack, table })]);
    const all = [
      ...lasting.map((mute) => ({ ...mute, from: 'reeve.config.ts' })),
      ...made.map(({ revision: _revision, ...mute }) => ({ ...mute, from: 'reeve mute' })),
    ];
    const mutes = all.filter(({ until }) => Date.parse(until) > Date.now());
    const lines = mutes.map((mute) => `${describeMute(mute)} [${mute.from}]`);
    terminal.answer(lines.join('\n') || 'Nothing is muted.', { mutes });
  },
});
