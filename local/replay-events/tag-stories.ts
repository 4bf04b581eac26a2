import type { PlayedStory } from './story.ts';
import { tagBucket } from './tag-bucket.ts';
import { tagDeletion } from './tag-deletion.ts';
import { tagRollOut } from './tag-roll-out.ts';
import { tagStack } from './tag-stack.ts';

/** Stories of required tags, in the order in which a newcomer plays them. */
export const tagStories: PlayedStory[] = [tagBucket, tagStack, tagRollOut, tagDeletion];
