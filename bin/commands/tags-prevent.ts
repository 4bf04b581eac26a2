import { defineCommand } from '#bin/commands/command-line/command.ts';
import { Failure } from '#bin/commands/command-line/errors.ts';
import { readSettings } from '#bin/commands/read-settings.ts';
import { describePrevention } from '#bin/commands/tags/prevention/describe-prevention.ts';
import { makePrevention } from '#bin/commands/tags/prevention/make-prevention.ts';
import { readRoles } from '#bin/commands/tags/prevention/read-roles.ts';
import { writePrevention } from '#bin/commands/tags/prevention/write-prevention.ts';

const WRITTEN = [
  'Written. With credentials of the management account, and both types of policies enabled there:',
];
const ATTACH = 'aws organizations attach-policy --policy-id <ID> --target-id <UNIT OR ACCOUNT>';

export const tagsPrevent = defineCommand({
  name: 'tags prevent',
  summary: 'Shows policies that keep people from making things without tags',
  details:
    'Service control policies and a tag policy of AWS Organizations, made of the same required tags, each with\n' +
    'what it cannot do. Needs no AWS and attaches nothing. Attach them to a unit with test accounts first, and\n' +
    'only when alerts have become few: what lacks a tag is then not made at all.',
  parameters: [],
  options: {
    out: { type: 'string', value: 'FOLDER', about: 'Write the documents there, a file each' },
    'exempt-role': {
      type: 'string',
      value: 'NAME',
      multiple: true,
      about: 'May make things without tags: ci/terraform-*',
    },
    enforce: { type: 'boolean', about: 'Let the tag policy refuse wrong tags, not only report them' },
  },

  async run({ options: { out, 'exempt-role': roles = [], enforce: enforced = false } }, { answer }) {
    const settings = await readSettings();
    if (!settings.tags) throw new Failure('reeve.config.ts has no block "tags", so that no tag is required.');
    const prevention = makePrevention(settings, settings.tags, { exemptRoles: readRoles(roles), enforced });
    const files = out === undefined ? [] : await writePrevention(out, prevention);
    const { serviceControlPolicies, tagPolicy } = prevention;
    const commands = files.map(({ command }) => command);
    const text = [
      ...describePrevention(prevention),
      ...(files.length > 0 ? ['', ...WRITTEN, ...commands, ATTACH] : []),
    ];
    answer(text.join('\n'), { ...prevention, files });

    const tooLong = [serviceControlPolicies.tooLong, tagPolicy.tooLong].filter(Boolean);
    if (tooLong.length > 0) throw new Failure(tooLong.join('\n'));
  },
});
