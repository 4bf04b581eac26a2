import { type AwsCall, AwsError } from '#local/proxy/aws-call.ts';
import type { Organization } from './acting-account.ts';
import { pathOf } from './ecs-identifiers.ts';
import { withEcsMoments } from './ecs-moments.ts';
import { ecsPlace } from './ecs-place.ts';
import { type EcsInput, included } from './ecs-rules.ts';
import { toEcsTags, toTaskDefinition } from './ecs-shapes.ts';

/**
 * Task definitions: a family alone means its latest active revision.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTaskDefinition.html
 */
export function ecsTaskDefinitions(organization: Organization) {
  return {
    DescribeTaskDefinition: (input: EcsInput, call: AwsCall) => {
      const place = ecsPlace(organization, call);
      const has = included(input, ['TAGS']);
      const name = pathOf('task-definition', input['taskDefinition'], place)?.join('/');
      const [definition] = place.taskDefinitions
        .filter(
          ({ family, revision, status }) =>
            name === `${family}:${revision}` || (name === family && status === 'ACTIVE'),
        )
        .toSorted((a, b) => b.revision - a.revision);
      if (!definition) throw new AwsError('ClientException', 'Unable to describe task definition.');
      const taskDefinition = withEcsMoments(toTaskDefinition(definition, place.arnOf));
      return { taskDefinition, ...(has('TAGS') ? { tags: toEcsTags(definition.tags) } : {}) };
    },
  };
}
