import type { DeskPorts } from '#lambdas/alert-desk/desk-ports.ts';
import { handleDue } from '#lambdas/alert-desk/handle-due.ts';
import { receiveObservations } from '#lambdas/alert-desk/receive-observations.ts';
import { receiveStanding } from '#lambdas/alert-desk/receive-standing.ts';
import { DeskMessage } from '#lambdas/contracts/observation.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';
import type { Failure } from '#lambdas/runtime/fifo-handler.ts';
import { parseBody } from '#lambdas/runtime/parse-body.ts';
import type { SqsRecord } from '#lambdas/runtime/sqs-event.ts';

type Received = { record: SqsRecord; message: DeskMessage };

/** One scope's share of a batch: runs of one alert are entered together, so that its head is written once. */
export async function receiveMessages(records: SqsRecord[], ports: DeskPorts): Promise<Failure[]> {
  const failures: Failure[] = [];
  const readable: Received[] = [];
  for (const record of records) {
    try {
      readable.push({ record, message: parseBody(DeskMessage, record.body) });
    } catch (error) {
      failures.push({ record, error });
    }
  }
  const runs = runsOfOneAlert(readable);
  for (const [index, run] of runs.entries()) {
    try {
      await receiveRun(run, ports);
    } catch (error) {
      const concerned = error instanceof PermanentError ? run : runs.slice(index).flat();
      failures.push(...concerned.map(({ record }) => ({ record, error })));
      if (concerned !== run) break;
    }
  }
  return failures;
}

async function receiveRun(run: Received[], ports: DeskPorts): Promise<void> {
  await receiveObservations(
    run.flatMap(({ message }) => (message.kind === 'observation' ? [message] : [])),
    ports,
  );
  for (const { message } of run) {
    if (message.kind === 'standing') await receiveStanding(message, ports);
  }
  const due = run.flatMap(({ message }) => (message.kind === 'due' ? [message] : []))[0];
  if (due) await handleDue(due, ports);
}

/** How alerts stand is entered after what was observed before it, and before what was observed later. */
function belongTogether(a: DeskMessage, b: DeskMessage): boolean {
  return a.key === b.key && a.kind !== 'standing' && b.kind !== 'standing';
}

function runsOfOneAlert(messages: Received[]): Received[][] {
  return messages.reduce<Received[][]>((runs, received) => {
    const last = runs.at(-1);
    if (last?.[0] && belongTogether(last[0].message, received.message)) last.push(received);
    else runs.push([received]);
    return runs;
  }, []);
}
