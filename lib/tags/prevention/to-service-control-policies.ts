import type { TagPolicy } from '#lambdas/contracts/tags/tag-policy.ts';
import { packStatements, SCP_CHARACTERS, SCPS_PER_TARGET } from '#lib/tags/prevention/pack-statements.ts';
import { charactersOf, type ScpDocument } from '#lib/tags/prevention/scp-statement.ts';
import { type ScpOptions, toScpStatements } from '#lib/tags/prevention/to-scp-statements.ts';

/** `document`: to be written without spaces, as `characters` counts it. */
export type ServiceControlPolicy = { name: string; document: ScpDocument; characters: number };

/** The policy does not fit into what AWS attaches to one target; the message names the way out. */
export class TooLongForPoliciesError extends Error {}

/**
 * Service control policies that deny making resources without the tags of a policy. They only see calls that make
 * something and can tag it at once, and never look at a call that changes or takes away tags. Throws
 * TooLongForPoliciesError.
 */
export function toServiceControlPolicies(
  policy: Pick<TagPolicy, 'tags' | 'types'>,
  options: ScpOptions = {},
): ServiceControlPolicy[] {
  const statements = policy.tags.flatMap((tag) => toScpStatements(policy, tag, options).flat());
  const documents = packStatements(statements);
  if (!documents) {
    throw new TooLongForPoliciesError(
      `The values of one key, or the exempt roles, take more than the ${SCP_CHARACTERS} characters of a service control policy: name fewer of them.`,
    );
  }
  if (documents.length > SCPS_PER_TARGET) {
    throw new TooLongForPoliciesError(
      `The policy takes ${documents.length} service control policies, and AWS attaches at most ${SCPS_PER_TARGET} to a target: ` +
        'demand fewer keys, demand them of fewer types, or allow fewer values.',
    );
  }
  return documents.map((document, index) => ({
    name: `reeve-required-tags-${index + 1}`,
    document,
    characters: charactersOf(document),
  }));
}
