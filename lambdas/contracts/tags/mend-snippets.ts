import type { TagViolation } from '#lambdas/contracts/tags/evaluate-tags.ts';
import {
  forComment,
  quoteHcl,
  quoteJson,
  quoteShell,
  quoteTypeScript,
  quoteYaml,
} from '#lambdas/contracts/tags/quote-code.ts';
import { tagPlaceholder } from '#lambdas/contracts/tags/tag-placeholder.ts';
import type { RequiredTag } from '#lambdas/contracts/tags/tag-policy.ts';

/** What to write so that a resource has its tags: each at most 400 characters, with a line for each key. */
export type MendSnippets = { cdk: string; cloudFormation: string; terraform: string; cli: string };

/** What is known of the resource. `stack`: the name of the CloudFormation stack that made it. */
export type MendedResource = { type?: string; arn?: string; region?: string; stack?: string };

export const SNIPPET_CHARACTERS = 400;
const ARN_CHARACTERS = 150;
const AUTO_SCALING_GROUP = 'AWS::AutoScaling::AutoScalingGroup';
/** Services whose resources the tagging API knows in the Region us-east-1 alone. */
const GLOBAL_ARN = /^arn:aws:(?:iam|cloudfront|route53|globalaccelerator):/;

type Line = { key: string; value: string; note: string };

/** How to mend violations in each language that people make resources with. Pure; the same violations, the same text. */
export function mendSnippets(
  required: Pick<RequiredTag, 'key' | 'values' | 'pattern'>[],
  violations: TagViolation[],
  resource: MendedResource = {},
): MendSnippets {
  const lines = violations.map((violation) => {
    const tag = required.find(({ key }) => key === violation.key) ?? { key: violation.key };
    return { key: violation.key, value: tagPlaceholder(tag), note: noteOf(violation) };
  });
  const stack = resource.stack === undefined ? undefined : forComment(resource.stack, 60);
  return {
    cdk: fit(lines, (some, more) => cdk(some, more, stack)),
    cloudFormation: fit(lines, (some, more) => cloudFormation(some, more, resource.type, stack)),
    terraform: fit(lines, (some, more) => terraform(some, more, resource.type)),
    cli: fit(lines, (some, more) => cli(some, more, resource, stack)),
  };
}

function noteOf({ nearMiss, found }: TagViolation): string {
  const instead = nearMiss ?? found;
  return instead === undefined ? '' : `instead of ${forComment(instead, 40)}`;
}

/** The longest text that is allowed: first without notes, then with fewer keys and how many are left out. */
function fit(lines: Line[], write: (lines: Line[], more: string) => string): string {
  const full = write(lines, '');
  if (full.length <= SNIPPET_CHARACTERS) return full;
  const short = lines.map((line) => ({ ...line, note: '' }));
  for (let count = short.length; count > 0; count -= 1) {
    const text = write(short.slice(0, count), moreOf(short.length - count));
    if (text.length <= SNIPPET_CHARACTERS) return text;
  }
  return write([], moreOf(short.length));
}

function moreOf(count: number): string {
  return count === 0 ? '' : `and ${count} more`;
}

function comment(mark: string, text: string): string[] {
  return text ? [`${mark} ${text}`] : [];
}

function cdk(lines: Line[], more: string, stack?: string): string {
  const adds = lines.map(({ key, value, note }) =>
    [`Tags.of(this).add(${quoteTypeScript(key)}, ${quoteTypeScript(value)});`, ...comment('//', note)].join(
      ' ',
    ),
  );
  return [...comment('//', stack ? `in the stack ${stack}` : ''), ...adds, ...comment('//', more)].join('\n');
}

/** The list that most types take. EFS calls it otherwise, and an Auto Scaling group must say what its instances get. */
function cloudFormation(lines: Line[], more: string, type?: string, stack?: string): string {
  const property = type === 'AWS::EFS::FileSystem' ? 'FileSystemTags:' : 'Tags:';
  const extra = type === AUTO_SCALING_GROUP ? ', PropagateAtLaunch: true' : '';
  const entries = lines.map(({ key, value, note }) =>
    [`  - { Key: ${quoteYaml(key)}, Value: ${quoteYaml(value)}${extra} }`, ...comment('#', note)].join(' '),
  );
  const before = comment('#', stack ? `in the stack ${stack}` : '');
  return [...before, property, ...entries, ...comment('  #', more)].join('\n');
}

function terraform(lines: Line[], more: string, type?: string): string {
  if (type === AUTO_SCALING_GROUP) return terraformBlocks(lines, more);
  const entries = lines.map(({ key, value, note }) =>
    [`  ${quoteHcl(key)} = ${quoteHcl(value)}`, ...comment('#', note)].join(' '),
  );
  return ['tags = {', ...entries, ...comment('  #', more), '}'].join('\n');
}

function terraformBlocks(lines: Line[], more: string): string {
  const blocks = lines.flatMap(({ key, value, note }) => [
    ['tag {', ...comment('#', note)].join(' '),
    `  key                 = ${quoteHcl(key)}`,
    `  value               = ${quoteHcl(value)}`,
    '  propagate_at_launch = true',
    '}',
  ]);
  return [...blocks, ...comment('#', more)].join('\n');
}

function cli(lines: Line[], more: string, { arn, region }: MendedResource, stack?: string): string {
  const where = arn !== undefined && GLOBAL_ARN.test(arn) ? 'us-east-1' : region;
  const known = arn !== undefined && quoteShell(arn).length <= ARN_CHARACTERS;
  const tags = lines.map(({ key, value }) => `  ${quoteJson(key)}: ${quoteJson(value)}`).join(',\n');
  const notes = lines.flatMap(({ key, note }) => (note ? [`# ${forComment(key, 40)}: ${note}`] : []));
  const command = [
    'aws resourcegroupstaggingapi tag-resources',
    ...(where === undefined ? [] : [`--region ${quoteShell(where)}`]),
    `--resource-arn-list ${known ? quoteShell(arn) : "'<ARN>'"}`,
    `--tags ${quoteShell(`{\n${tags}\n}`)}`,
  ].join(' ');
  const warning = stack ? `the stack ${stack} takes them away again: change its code` : '';
  return [...comment('#', warning), ...notes, command, ...comment('#', more)].join('\n');
}
