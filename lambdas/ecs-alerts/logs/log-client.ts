import { CloudWatchLogsClient, GetLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { redactLine } from '#lambdas/ecs-alerts/logs/redact-line.ts';
import type { EcsPorts } from '#lambdas/ecs-alerts/relay-ecs-event.ts';
import { type MemberReader, memberCredentials } from '#lambdas/runtime/member-credentials.ts';

const LINE_LENGTH = 300;

/** The last lines of a log stream, redacted and cut. None where they cannot be read: the message goes on without. */
export function logReader(
  reader: MemberReader,
  lines: number,
  report: (message: string, error: unknown) => void,
): EcsPorts['readLog'] {
  return async ({ group, stream, region }, place) => {
    const client = new CloudWatchLogsClient({ region, credentials: memberCredentials(place, reader) });
    try {
      const { events = [] } = await client.send(
        new GetLogEventsCommand({ logGroupName: group, logStreamName: stream, limit: lines }),
      );
      return events.map(({ message = '' }) => redactLine(message, LINE_LENGTH));
    } catch (error) {
      report('Log could not be read', error);
      return [];
    } finally {
      client.destroy();
    }
  };
}
