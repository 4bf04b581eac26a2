import { tagResource, untagResource } from '#local/counterparts/organization/change-resources.ts';
import { wellTagged } from '#local/well-tagged.ts';
import type { PlayedStory } from './story.ts';
import { made, make } from './tag-stage.ts';

export const tagBucket: PlayedStory = {
  id: 'tag-bucket',
  title: 'Tags: a bucket without the required ones, and its mending',
  about:
    'AWS Config looks at what was made, its event is forwarded, and Reeve looks itself before it says anything.',
  steps: [
    {
      title: 'Somebody creates a bucket and forgets its tags',
      shows: 'Nothing at first: move the clock by ten minutes. Then a message that names each missing tag.',
      play: (stage, telling) => {
        make(stage, telling, [{ type: 'AWS::S3::Bucket', name: 'payments-receipts' }]);
      },
    },
    {
      title: 'The bucket is tagged',
      shows: 'The message is resolved.',
      play: (stage, telling) => {
        const { world } = stage.organization;
        for (const bucket of made(stage, telling))
          tagResource(world, bucket, wellTagged(stage.estate), telling.now);
      },
    },
    {
      title: 'Somebody renames one of its keys, and blanks the value of another',
      shows: 'Neither counts. The message is open again, and says which key may have been meant.',
      play: (stage, telling) => {
        const { world } = stage.organization;
        const tags = wellTagged(stage.estate);
        const [renamed = '', blanked = renamed] = Object.keys(tags);
        const small = renamed.toLowerCase();
        const other = small === renamed ? renamed.toUpperCase() : small;
        for (const bucket of made(stage, telling)) {
          untagResource(world, bucket, [renamed], telling.now);
          tagResource(world, bucket, { [other]: 'payments', [blanked]: '  ' }, telling.now);
        }
      },
    },
  ],
};
