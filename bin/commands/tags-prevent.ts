import { defineCommand } from '#bin/commands/command-line/command.ts';
import { Failure } from '#bin/commands/command-line/errors.ts';
import { readSettings } from '#bin/commands/read-settings.ts';
import { describePrevention } from '#bin/commands/tags/prevention/describe-prevention.ts';
import { makePrevention } from '#bin/commands/tags/prevention/make-prevention.ts';
import { readRoles } from '#bin/commands/tags/prevention/read-roles.ts';
import { writeOut } from '#bin/commands/tags/prevention/write-out.ts';
import { toTagPolicy } from '#lib/tags/to-tag-policy.ts';

export const tagsPrevent = defineCommand({
  name: 'tags prevent',
  summary: 'Shows policies that keep people from making things without tags',
  details:
    'Service control policies and a tag policy of AWS Organizations, made of the same required tags, each with\n' +
    'what it cannot do. Needs no AWS and attaches nothing. Attach them to a unit with test accounts first, and\n' +
    'only when alerts have become few: what lacks a tag is then not made at all. The check for CDK apps finds it\n' +
    'before: a package that lets cdk synth fail.',
  parameters: [],
  options: {
    out: { type: 'string', value: 'FOLDER', about: 'Write them there, and a check for CDK apps' },
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
    const { serviceControlPolicies, tagPolicy } = prevention;
    const written =
      out === undefined ? undefined : await writeOut(out, prevention, toTagPolicy(settings.tags));
    const text = [...describePrevention(prevention), ...(written ? ['', ...written.text] : [])];
    answer(text.join('\n'), { ...prevention, ...(written ? { written: written.data } : {}) });

    const tooLong = [serviceControlPolicies.tooLong, tagPolicy.tooLong].filter(Boolean);
    if (tooLong.length > 0) throw new Failure(tooLong.join('\n'));
  },
});
