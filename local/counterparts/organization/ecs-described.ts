import { withEcsMoments } from './ecs-moments.ts';

/**
 * The answer to who asks for several things: those that are there under `field`, the others as failures.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html
 */
export function described<Asked extends { arn: string }>(
  field: string,
  asked: Asked[],
  find: (asked: Asked) => object | undefined,
) {
  const answers = asked.map((one) => ({ arn: one.arn, found: find(one) }));
  return {
    [field]: answers.flatMap(({ found }) => (found ? [withEcsMoments(found)] : [])),
    failures: answers.flatMap(({ arn, found }) => (found ? [] : [{ arn, reason: 'MISSING' }])),
  };
}
