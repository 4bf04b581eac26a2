import { tagResource } from '#local/counterparts/organization/change-resources.ts';
import { stackId } from '#local/counterparts/organization/stack-id.ts';
import { wellTagged } from '#local/well-tagged.ts';
import type { PlayedStory, Stage, Telling } from './story.ts';
import { made, make, tagPlace } from './tag-stage.ts';

const PARTS = [
  ['AWS::DynamoDB::Table', 'Bookings'],
  ['AWS::Lambda::Function', 'Import'],
  ['AWS::Lambda::Function', 'Export'],
  ['AWS::SQS::Queue', 'Inbox'],
  ['AWS::SNS::Topic', 'News'],
  ['AWS::S3::Bucket', 'archive'],
] as const;

export const tagStack: PlayedStory = {
  id: 'tag-stack',
  title: 'Tags: a whole stack without them',
  about: 'What CloudFormation made is mended where it was written, so one message speaks of the whole stack.',
  steps: [
    {
      title: 'A stack of six resources is deployed without tags',
      shows: 'One message, ten minutes later, with the name of the stack and where to mend it.',
      play: (stage, telling) => {
        make(
          stage,
          telling,
          PARTS.map(([type, name]) => ({
            type,
            name: name.toLowerCase(),
            tags: stackTags(stage, telling, name),
          })),
        );
      },
    },
    {
      title: 'The stack is deployed again, with tags of its own',
      shows: 'Stack tags are tags of its resources: the message is resolved.',
      play: (stage, telling) => {
        const tags = wellTagged(stage.estate);
        for (const part of made(stage, telling))
          tagResource(stage.organization.world, part, tags, telling.now);
      },
    },
  ],
};

function stackTags(stage: Stage, telling: Telling, logicalId: string): Record<string, string> {
  const { account, region } = tagPlace(stage);
  const name = `booking-archive-${telling.id.slice(0, 6)}`;
  return {
    'aws:cloudformation:stack-name': name,
    'aws:cloudformation:stack-id': stackId(account, region, name),
    'aws:cloudformation:logical-id': logicalId,
  };
}
