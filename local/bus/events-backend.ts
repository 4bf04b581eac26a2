import { type AwsBackend, awsJsonBackend } from '#local/proxy/aws-call.ts';
import type { PutEventsEntry } from './bus-event.ts';
import type { EventBus, PutEventsResult } from './event-bus.ts';
import { refuseOversize } from './put-events-limits.ts';

type Options = {
  bus: Pick<EventBus, 'putEvents'>;
  /** The ARN of the bus of this name in this region; nothing if there is none. */
  busArn: (name: string, region: string) => string | undefined;
};

/** Serves the AWS service `events`: PutEvents only. */
export function eventsBackend({ bus, busArn }: Options): AwsBackend {
  async function putEntry(entry: PutEventsEntry, region: string): Promise<PutEventsResult> {
    const name = entry.EventBusName ?? 'default';
    const arn = name.startsWith('arn:') ? name : busArn(name, region);
    if (!arn)
      return { ErrorCode: 'ResourceNotFoundException', ErrorMessage: `Event bus ${name} does not exist.` };
    const [result] = await bus.putEvents(arn, [entry]);
    return result as PutEventsResult;
  }

  return awsJsonBackend({
    PutEvents: async (input, { region }) => {
      const entries = (input.Entries ?? []) as PutEventsEntry[];
      refuseOversize(entries);
      const Entries = await Promise.all(entries.map((entry) => putEntry(entry, region)));
      return { Entries, FailedEntryCount: Entries.filter((result) => 'ErrorCode' in result).length };
    },
  });
}
