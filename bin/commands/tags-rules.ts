import { defineCommand } from '#bin/commands/command-line/command.ts';
import { Failure } from '#bin/commands/command-line/errors.ts';
import { readSettings } from '#bin/commands/read-settings.ts';
import { describeRules } from '#bin/commands/tags/describe-rules.ts';
import { readRules } from '#bin/commands/tags/read-rules.ts';

export const tagsRules = defineCommand({
  name: 'tags rules',
  summary: 'Shows the rules of AWS Config that check tags, and their types',
  details:
    "Needs no AWS. Also says which of it AWS's own rule for tags would leave out, and of which types nothing\n" +
    'proves that AWS Config records their tags.',
  parameters: [],
  options: {},

  async run(_, { answer }) {
    const settings = await readSettings();
    if (!settings.tags) throw new Failure('reeve.config.ts has no block "tags", so that no tag is required.');
    const rules = readRules(settings, settings.tags);
    answer(describeRules(rules).join('\n'), rules);
  },
});
