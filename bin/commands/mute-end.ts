import { defineCommand } from '#bin/commands/command-line/command.ts';
import { Failure } from '#bin/commands/command-line/errors.ts';
import { describeMute } from '#bin/commands/mute/describe-mute.ts';
import { tableOption } from '#bin/commands/mute/find-ledger.ts';
import { listMutes, writeMute } from '#bin/commands/mute/mute-ledger.ts';
import { readSettings } from '#bin/commands/read-settings.ts';
import { stackOption } from '#bin/commands/stack-option.ts';
import { yesOption } from '#bin/commands/yes-option.ts';

export const muteEnd = defineCommand({
  name: 'mute end',
  summary: 'Ends a mute before its time',
  parameters: ['<id>'],
  options: { yes: yesOption, stack: stackOption, table: tableOption },

  async run({ parameters: [id = ''], options: { stack, table, yes = false } }, terminal) {
    const now = new Date();
    const mute = (await listMutes({ stack, table })).find((candidate) => candidate.id === id);
    if (!mute || Date.parse(mute.until) <= now.getTime()) throw new Failure(await whyNot(id));
    if (yes) await writeMute({ stack, table }, { ...mute, until: now.toISOString() }, mute, now);

    const text = yes
      ? `Ended, within a minute: ${describeMute(mute)}\n` +
        `What it has held back so far is told with its next news, or at ${mute.until}.`
      : `Would end ${describeMute(mute)}\nNothing was changed: add --yes to do it.`;
    terminal.answer(text, { mute, done: yes });
  },
});

async function whyNot(id: string): Promise<string> {
  const { mutes } = await readSettings();
  return mutes.some((mute) => mute.id === id)
    ? `The mute "${id}" stands in reeve.config.ts: take it out there and deploy.`
    : `No mute "${id}" holds now.`;
}
