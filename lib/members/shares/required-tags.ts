import { TAG_RULES } from '#lib/event-patterns.ts';
import type { MemberRule, MemberShare } from '#lib/members/member-share.ts';
import type { Tags } from '#lib/tags/tag-block.ts';

/** What AWS Config's rules find in every Region, and the right to look at the resource and its tags. */
export function requiredTagsShare({ rules }: Pick<Tags, 'rules'>): MemberShare {
  return {
    capability: 'required-tags',
    rules:
      rules === 'none'
        ? []
        : Object.entries(TAG_RULES).map(
            ([id, { about, pattern }]): MemberRule => ({
              id,
              description: about,
              // CDK's type knows texts alone; EventBridge takes what it takes everywhere else.
              pattern: pattern as MemberRule['pattern'],
              places: ['configured'],
              notFromHome: true,
            }),
          ),
    reads: ['config:SelectResourceConfig', 'tag:GetResources'],
    writes: [],
  };
}
