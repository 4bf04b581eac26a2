import { REEVE } from '#bin/commands/command-line/help.ts';
import type { RulesAnswer } from '#bin/commands/tags/read-rules.ts';
import type { ConfigRule } from '#lib/tags/to-config-rules.ts';

/** The rules for people, their text as AWS Config gets it. */
export function describeRules(answer: RulesAnswer): string[] {
  const { regions, rules, leftOutOfManaged, unprovenTypes, unseenTypes } = answer;
  const unseen = unseenTypes.map(({ type, region }) => `${type}: ${region}`);
  const count = rules.length === 1 ? '1 rule' : `${rules.length} rules`;
  const first =
    rules.length === 0
      ? 'tags.rules is none: AWS Config checks no tags, and only the daily count looks at them.'
      : `AWS Config gets ${count} in each account, in ${regions.join(', ')}.`;
  return [
    first,
    ...(rules.length > 0 ? [`Which of them lack it: ${REEVE} doctor --only stack-instances,recorders`] : []),
    ...rules.flatMap((rule) => ['', ...describeRule(rule)]),
    '',
    ...listed("AWS's own rule REQUIRED_TAGS (tags.rules: managed) would do less:", leftOutOfManaged),
    ...listed('Nothing proves that AWS Config records the tags of these types:', unprovenTypes),
    ...listed(
      'No rule sees these types: AWS Config records them in one Region, which is not in regions:',
      unseen,
    ),
  ];
}

function describeRule(rule: ConfigRule): string[] {
  const { name, types } = rule;
  const what =
    'text' in rule ? rule.text.split('\n') : [`${rule.identifier} ${JSON.stringify(rule.parameters)}`];
  return [
    `${name}: ${types.length === 1 ? '1 type' : `${types.length} types`}`,
    ...types.map((type) => `  ${type}`),
    '',
    ...what,
  ];
}

function listed(title: string, entries: string[]): string[] {
  return entries.length > 0 ? [title, ...entries.map((entry) => `- ${entry}`)] : [];
}
