import type { Estate } from '#local/estate.ts';
import { stories } from './stories.ts';
import type { PlayedStory, Story } from './story.ts';
import { supportCase } from './support-case.ts';
import { tagStories } from './tag-stories.ts';

/** Stories of support cases. */
export const supportStories: PlayedStory[] = [supportCase];

/** All that can be told anywhere. */
export const allStories: (Story | PlayedStory)[] = [...stories, ...tagStories, ...supportStories];

/** The stories that something comes of: of what is played, where the estate listens for it. */
export function toldStories({ configRules, rules }: Pick<Estate, 'configRules' | 'rules'>) {
  const hasCases = rules.some(({ pattern }) => [pattern['source']].flat().includes('aws.support'));
  return [...stories, ...(configRules.length > 0 ? tagStories : []), ...(hasCases ? supportStories : [])];
}
