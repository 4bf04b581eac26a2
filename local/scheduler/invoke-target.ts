import type { TargetResult } from '#local/attempts.ts';
import type { PutEventsEntry } from '#local/bus/bus-event.ts';
import type { PutEventsResult } from '#local/bus/event-bus.ts';
import type { Schedule } from '#local/estate.ts';
import { targetKind } from '#local/target-kind.ts';

/** What the targets of schedules and rules are reached by. All may throw. */
export type TargetPorts = {
  invokeFunction: (functionArn: string, event: unknown) => Promise<TargetResult>;
  sendMessage: (queueArn: string, message: { body: string; groupId?: string }) => void;
  putEvents: (busArn: string, entries: PutEventsEntry[]) => Promise<PutEventsResult[]>;
};

/** Hands an input to its target, in the way of the target's kind. */
export async function invokeTarget(
  { targetArn, messageGroupId, event }: Pick<Schedule, 'targetArn' | 'messageGroupId' | 'event'>,
  input: string,
  ports: TargetPorts,
): Promise<TargetResult> {
  try {
    switch (targetKind(targetArn)) {
      case 'function':
        return await ports.invokeFunction(targetArn, JSON.parse(input || '{}'));
      case 'queue':
        ports.sendMessage(targetArn, { body: input, groupId: messageGroupId });
        return { status: 'ok' };
      case 'bus': {
        const entry = { Source: event?.source, DetailType: event?.detailType, Detail: input };
        const [result] = await ports.putEvents(targetArn, [entry]);
        return result && 'ErrorCode' in result
          ? refused(result.ErrorCode, result.ErrorMessage)
          : { status: 'ok' };
      }
      default:
        return refused('ValidationException', 'The target is of no kind that is known');
    }
  } catch (error) {
    return error instanceof Error
      ? refused(error.name, error.message)
      : refused('TargetError', String(error));
  }
}

function refused(errorType: string, errorMessage: string): TargetResult {
  return { status: 'error', errorType, errorMessage };
}
