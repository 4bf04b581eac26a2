import { partitionOf } from '#lib/regions.ts';
import type { Settings } from '#lib/settings.ts';
import { limitsOfServiceControlPolicies } from '#lib/tags/prevention/limits-of-scps.ts';
import { limitsOfTagPolicy } from '#lib/tags/prevention/limits-of-tag-policy.ts';
import { SCP_CHARACTERS } from '#lib/tags/prevention/pack-statements.ts';
import {
  type ServiceControlPolicy,
  TooLongForPoliciesError,
  toServiceControlPolicies,
} from '#lib/tags/prevention/to-service-control-policies.ts';
import {
  type MadeTagPolicy,
  TAG_POLICY_CHARACTERS,
  TooLongForTagPolicyError,
  toTagPolicyDocument,
} from '#lib/tags/prevention/to-tag-policy-document.ts';
import type { Tags } from '#lib/tags/tag-block.ts';
import { toTagPolicy } from '#lib/tags/to-tag-policy.ts';

/** Policies of AWS Organizations of one kind. `tooLong`: why none was made. */
export type MadePolicies<Policy> = {
  policies: Policy[];
  mostCharacters: number;
  cannot: string[];
  tooLong?: string;
};

export type Prevention = {
  serviceControlPolicies: MadePolicies<ServiceControlPolicy>;
  tagPolicy: MadePolicies<MadeTagPolicy & { name: string }>;
};

export type PreventionOptions = { exemptRoles: string[]; enforced: boolean };

/** What Organizations can hold people to of the required tags, each kind made by itself. */
export function makePrevention(
  { hub, organization }: Pick<Settings, 'hub' | 'organization'>,
  tags: Tags,
  { exemptRoles, enforced }: PreventionOptions,
): Prevention {
  const policy = toTagPolicy(tags);
  const partition = partitionOf(hub?.region ?? '');
  const scps = unlessTooLong(() => toServiceControlPolicies(policy, { exemptRoles, partition }));
  const made = unlessTooLong(() => [
    { name: 'reeve-required-tags', ...toTagPolicyDocument(policy, { enforced }) },
  ]);
  const folded = made.policies.some((one) => one.folded);
  const lone = organization ? [] : ['These settings name no Organization, and it exists in one only.'];
  return {
    serviceControlPolicies: {
      ...scps,
      mostCharacters: SCP_CHARACTERS,
      cannot: [...lone, ...limitsOfServiceControlPolicies(policy, scps.policies.length)],
    },
    tagPolicy: {
      ...made,
      mostCharacters: TAG_POLICY_CHARACTERS,
      cannot: [...lone, ...limitsOfTagPolicy(policy, { folded, enforced })],
    },
  };
}

function unlessTooLong<Policy>(make: () => Policy[]): { policies: Policy[]; tooLong?: string } {
  try {
    return { policies: make() };
  } catch (error) {
    const isTooLong = error instanceof TooLongForPoliciesError || error instanceof TooLongForTagPolicyError;
    if (!isTooLong) throw error;
    return { policies: [], tooLong: error.message };
  }
}
