import { busWords, nameIn, scheduleWords } from '#local/arn-words.ts';
import type { BusEvent } from '#local/bus/bus-event.ts';
import type { BusStep } from '#local/bus/event-bus.ts';
import type { Schedule } from '#local/estate.ts';
import type { Journal } from '#local/journal.ts';
import type { InvocationResult } from '#local/lambda/invocation-result.ts';
import type { LogLine } from '#local/lambda/sandbox-settings.ts';
import type { AwsAnswer, AwsCall } from '#local/proxy/aws-call.ts';
import type { Caller } from '#local/proxy/caller.ts';
import type { EgressAnswer, EgressRequest } from '#local/proxy/egress-gateway.ts';
import { errorCodeOfAnswer } from '#local/proxy/error-code-of-answer.ts';
import { resourcesOfCall } from '#local/proxy/resources-of-call.ts';
import type { PollerStep } from '#local/queues/event-source-poller.ts';
import { targetKind } from '#local/target-kind.ts';

const ENDS: Record<string, string> = {
  Crash: 'was killed',
  Timeout: 'ran out of time',
  OutOfMemory: 'ran out of memory',
  InitError: 'did not start',
  Unhandled: 'failed',
};

/** Puts what the parts of the embedded cloud report into the journal, in words. */
export function journalOf(journal: Journal) {
  return {
    event: ({ id, 'detail-type': detailType }: Pick<BusEvent, 'id' | 'detail-type'>, at: number) =>
      journal.add({ at, kind: 'event', text: `${detailType} ${id}` }),

    /** What does not work here and would on AWS: nobody should take silence for an answer. */
    problem: (text: string, at: number) => {
      journal.add({ at, kind: 'log', text, failed: true });
      process.emitWarning(text);
    },

    bus: ({ at, kind, rule, target, reason }: BusStep) =>
      journal.add({
        at,
        kind: 'rule',
        text: `rule ${rule.name} ${kind}${target ? wayTo(target.arn, rule.busArn) : ''}${reason ? `: ${reason}` : ''}`,
        ...(kind === 'dropped' ? { failed: true } : {}),
      }),

    poller: ({ at, kind, queue, messageIds }: PollerStep) =>
      journal.add({
        at,
        kind: 'queue',
        text: `${queue} ${kind} ${messageIds.length === 1 ? '1 message' : `${messageIds.length} messages`}`,
        ...(kind === 'returned' ? { failed: true } : {}),
      }),

    schedule: (schedule: Schedule, at: number) =>
      journal.add({ at, kind: 'schedule', text: `schedule ${scheduleWords(schedule)}` }),

    invocation: (functionArn: string, at: number, result: InvocationResult) =>
      journal.add({
        at,
        kind: 'function',
        text: `${nameIn(functionArn)} ${result.status === 'ok' ? 'ran' : (ENDS[result.errorType] ?? result.errorType)}${result.cold ? ', cold' : ''}`,
        durationMs: result.durationMs,
        ...(result.status === 'ok' ? {} : { failed: true }),
      }),

    call: (call: AwsCall, caller: Caller, answer: AwsAnswer, at: number) =>
      journal.add({
        at,
        kind: 'call',
        text: `${caller.function} ${call.service}:${call.operation} ${resourcesOfCall(call).join(' ')} ${answer.status}`,
        ...(isFailure(answer) ? { failed: true } : {}),
      }),

    /** The path of a webhook is its secret: not even its first segment is told. */
    internet: (request: EgressRequest, caller: Caller, { status }: EgressAnswer, at: number) => {
      const path = request.path.startsWith('/api/') ? request.path : '';
      const text = `${caller.function} ${request.method} ${request.host}${path} ${status}`;
      journal.add({ at, kind: 'internet', text, ...(status >= 400 ? { failed: true } : {}) });
    },

    log: ({ at, function: name, line }: LogLine) =>
      journal.add({
        at,
        kind: 'log',
        text: `${name} ${line}`,
        ...(line.includes('"level":"ERROR"') ? { failed: true } : {}),
      }),
  };
}

/** That a file is not there yet is an answer as good as another. */
function isFailure(answer: AwsAnswer): boolean {
  return answer.status >= 400 && errorCodeOfAnswer(answer) !== 'NoSuchKey';
}

function wayTo(targetArn: string, busArn: string): string {
  if (targetKind(targetArn) !== 'bus') return ` to ${nameIn(targetArn)}`;
  return `, ${busWords(busArn)} → ${busWords(targetArn)}`;
}
