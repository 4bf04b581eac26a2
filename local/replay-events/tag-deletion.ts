import { deleteResource } from '#local/counterparts/organization/change-resources.ts';
import type { PlayedStory } from './story.ts';
import { made, make } from './tag-stage.ts';

export const tagDeletion: PlayedStory = {
  id: 'tag-deletion',
  title: 'Tags: what violates them is deleted',
  about: 'A volume that is gone needs no tags.',
  steps: [
    {
      title: 'Somebody creates a volume without tags',
      shows: 'A message, ten minutes later.',
      play: (stage, telling) => {
        make(stage, telling, [{ type: 'AWS::EC2::Volume', name: 'try-out' }]);
      },
    },
    {
      title: 'The volume is deleted',
      shows: 'The message is resolved, and says that the volume is gone.',
      play: (stage, telling) => {
        for (const volume of made(stage, telling))
          deleteResource(stage.organization.world, volume, telling.now);
      },
    },
  ],
};
