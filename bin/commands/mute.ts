import { defineCommand } from '#bin/commands/command-line/command.ts';
import { Failure } from '#bin/commands/command-line/errors.ts';
import { describeMute } from '#bin/commands/mute/describe-mute.ts';
import { tableOption } from '#bin/commands/mute/find-ledger.ts';
import { listMutes, writeMute } from '#bin/commands/mute/mute-ledger.ts';
import { parseMute } from '#bin/commands/mute/parse-mute.ts';
import { readSettings } from '#bin/commands/read-settings.ts';
import { stackOption } from '#bin/commands/stack-option.ts';
import { yesOption } from '#bin/commands/yes-option.ts';

const several = (value: string, about: string) => ({ type: 'string', multiple: true, value, about }) as const;

export const mute = defineCommand({
  name: 'mute',
  summary: 'Keeps alerts from the channels for a while',
  details:
    'Kinds of options must all match, several of one kind by any. A channel that was told of an alert before\n' +
    'still gets its updates. When the mute ends, what is still open is told. Lasting mutes: reeve.config.ts.',
  parameters: [],
  options: {
    id: {
      type: 'string',
      required: true,
      value: 'NAME',
      about: 'A short word; an id that exists is replaced',
    },
    reason: { type: 'string', required: true, value: 'TEXT', about: 'Why, for those who come after' },
    until: { type: 'string', required: true, value: 'WHEN', about: '90m, 8h, 7d, or 2027-01-31T00:00:00Z' },
    'type-code': several('GLOB', 'Such as AWS_EC2_*'),
    service: several('GLOB', 'Such as EC2'),
    account: several('ID', 'Of 12 digits'),
    region: several('GLOB', 'Such as eu-*'),
    ou: several('PATH', 'Such as /prod, with all below it'),
    tag: several('KEY=VALUE', 'Of the account or of a resource; the value may hold *'),
    yes: yesOption,
    stack: stackOption,
    table: tableOption,
  },

  async run({ options: { stack, table, yes = false, ...given } }, terminal) {
    const now = new Date();
    const mute = parseMute(given, now);
    const { mutes } = await readSettings();
    if (mutes.some(({ id }) => id === mute.id)) {
      throw new Failure(`There is a mute "${mute.id}" in reeve.config.ts: take another --id.`);
    }
    const before = (await listMutes({ stack, table })).find(({ id }) => id === mute.id);
    const replaces = before && Date.parse(before.until) > now.getTime() ? before : undefined;
    if (yes) await writeMute({ stack, table }, mute, before, now);

    const words = describeMute(mute);
    const replaced = replaces ? `\nIn place of ${describeMute(replaces)}` : '';
    const text = yes
      ? `Muted, within a minute: ${words}${replaced}`
      : `Would mute ${words}${replaced}\nNothing was changed: add --yes to do it.`;
    terminal.answer(text, { mute, replaces, done: yes });
  },
});
