import { type AwsBackend, type AwsCall, AwsError, awsJsonBackend } from '#local/proxy/aws-call.ts';
import type { Organization } from './acting-account.ts';
import { logPage } from './log-page.ts';
import { fromLogToken, toLogToken } from './log-token.ts';
import { boundsIn, groupIn, invalidLogParameter, streamIn } from './logs-input.ts';

type Input = Record<string, unknown>;

/** CloudWatch Logs, as far as what was logged is read: the events of a stream, in pages both ways. */
export function logsBackend({ world, identities }: Organization): AwsBackend {
  const streamOf = (input: Input, { accessKeyId, region }: AwsCall) => {
    const { accountId: account } = identities.find(accessKeyId);
    const asked = groupIn(input);
    const name = streamIn(input);
    const group = world.logs
      .filter((candidate) => candidate.account === account && candidate.region === region)
      .find((candidate) => [candidate.name, arnOf(candidate)].includes(asked));
    if (!group) throw notFound('group');
    const events = group.streams[name];
    if (!events) throw notFound('stream');
    return { events, arn: `${arnOf(group)}:log-stream:${name}` };
  };

  return awsJsonBackend({
    GetLogEvents: (input, call) => {
      const bounds = boundsIn(input);
      const { events, arn } = streamOf(input, call);
      const { nextToken, startFromHead = false } = input;
      const isForward = startFromHead === true;
      const start = { isForward, at: isForward ? 0 : events.length };
      const place = nextToken === undefined ? start : fromLogToken(nextToken, arn);
      // AWS documents it as a must, and otherwise answers with less than there is.
      if (place.isForward && !isForward)
        throw invalidLogParameter('A nextForwardToken needs startFromHead to be true');
      const page = logPage(events, place, bounds);
      return {
        events: page.events.map((event) => ({ ...event, ingestionTime: event.timestamp })),
        nextForwardToken: toLogToken({ isForward: true, at: page.after }, arn),
        nextBackwardToken: toLogToken({ isForward: false, at: page.before }, arn),
      };
    },
  });
}

const arnOf = ({ account, region, name }: { account: string; region: string; name: string }) =>
  `arn:aws:logs:${region}:${account}:log-group:${name}`;

const notFound = (kind: 'group' | 'stream') =>
  new AwsError('ResourceNotFoundException', `The specified log ${kind} does not exist.`);
