import { layOutJson } from '#bin/commands/tags/prevention/lay-out-json.ts';
import type { MadePolicies, Prevention } from '#bin/commands/tags/prevention/make-prevention.ts';
import { summarizeStatements } from '#bin/commands/tags/prevention/summarize-statements.ts';
import { SCPS_PER_TARGET } from '#lib/tags/prevention/pack-statements.ts';

type Policy = { name: string; document: object; characters: number };

/** The policies for people: first the documents, then their sizes as AWS counts them, and what they cannot do. */
export function describePrevention({ serviceControlPolicies: scps, tagPolicy }: Prevention): string[] {
  return [
    ...scps.policies.flatMap((policy) => document('Service control policy', policy)),
    ...tagPolicy.policies.flatMap((policy) => document('Tag policy', policy)),
    'Service control policies deny making things without the tags.',
    ...(scps.tooLong ? [] : [howMany(scps.policies.length)]),
    ...scps.policies.flatMap((policy) => [
      sizeOf(policy, scps),
      ...summarizeStatements(policy.document.Statement).map((line) => `  ${line}`),
    ]),
    'They have limits:',
    ...scps.cannot.map((limit) => `- ${limit}`),
    '',
    'The tag policy says how tags are written, and reports what lacks them.',
    ...tagPolicy.policies.map((policy) => sizeOf(policy, tagPolicy)),
    'It has limits:',
    ...tagPolicy.cannot.map((limit) => `- ${limit}`),
  ];
}

function document(kind: string, policy: Policy): string[] {
  return [`${kind} ${policy.name}:`, layOutJson(policy.document), ''];
}

function howMany(count: number): string {
  if (count === 0) return 'There is none: of no type is a call known that makes and tags at once.';
  const most = `AWS attaches ${SCPS_PER_TARGET} to a target at most.`;
  return count === 1 ? `There is one. ${most}` : `There are ${count}. ${most}`;
}

function sizeOf({ name, characters }: Policy, { mostCharacters }: MadePolicies<unknown>): string {
  const [size, most] = [characters, mostCharacters].map((count) => count.toLocaleString('en-US'));
  return `${name}: ${size} of ${most} characters, without the spaces and line ends above`;
}
