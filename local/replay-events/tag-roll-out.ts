import { tagResource } from '#local/counterparts/organization/change-resources.ts';
import { wellTagged } from '#local/well-tagged.ts';
import type { PlayedStory } from './story.ts';
import { made, make } from './tag-stage.ts';

const OLD = Date.UTC(2025, 2, 10, 8);
const DAY = 24 * 60 * 60_000;
const TYPES = ['AWS::EC2::Volume', 'AWS::S3::Bucket', 'AWS::Lambda::Function', 'AWS::SQS::Queue'];

export const tagRollOut: PlayedStory = {
  id: 'tag-roll-out',
  title: 'Tags: the first roll-out, with years of untagged resources',
  about: 'The rules find everything at once. What is older than the rules is summed up, and nobody is paged.',
  steps: [
    {
      title: 'The rules look at everything that is there',
      shows: 'Hundreds of events, and one digest with counts, not a message for each.',
      play: async (stage, telling) => {
        make(
          stage,
          telling,
          Array.from({ length: 80 }, (_, index) => ({
            type: TYPES[index % TYPES.length] ?? '',
            name: `legacy-${index}`,
            createdAt: OLD + index * DAY,
          })),
        );
        await stage.configRules.evaluateAll();
      },
    },
    {
      title: 'Half of the old ones are tagged',
      shows: 'Counted by the next report; no message, since nobody was told of each.',
      play: (stage, telling) => {
        const tags = wellTagged(stage.estate);
        for (const [index, one] of made(stage, telling).entries())
          if (index % 2 === 0) tagResource(stage.organization.world, one, tags, telling.now);
      },
    },
  ],
};
