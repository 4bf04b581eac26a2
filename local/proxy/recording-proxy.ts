import type { Clock } from '#local/clock.ts';
import { type AwsAnswer, type AwsBackend, type AwsCall, AwsError } from './aws-call.ts';
import { type CallHook, CallHooks } from './call-hooks.ts';
import { Callers, type RegisterCaller } from './caller.ts';
import { errorCodeOfAnswer } from './error-code-of-answer.ts';
import { startLoopbackServer } from './loopback-server.ts';
import type { RecordedCall } from './recorded-call.ts';
import { resourcesOfCall } from './resources-of-call.ts';
import { sendAnswer } from './send-answer.ts';
import { toAwsCall } from './to-aws-call.ts';

type AwsCallHook = CallHook<AwsCall, AwsAnswer>;

export type RecordingProxy = {
  url: string;
  /** Calls in the order they were answered. */
  calls: readonly RecordedCall[];
  addHook: (hook: AwsCallHook) => () => void;
  registerCaller: RegisterCaller;
  close: () => Promise<void>;
};

type Settings = { clock: Clock; backends: Record<string, AwsBackend> };

/** Stands before every AWS endpoint: knows who calls what, keeps a record, and lets hooks interfere. */
export async function startRecordingProxy({ clock, backends }: Settings): Promise<RecordingProxy> {
  const calls: RecordedCall[] = [];
  const callers = new Callers();
  const hooks = new CallHooks<AwsCall, AwsAnswer>();
  let lastId = 0;

  const server = await startLoopbackServer(async (request, response, body) => {
    const at = clock.now();
    const startedAt = performance.now();
    const call = toAwsCall(++lastId, request, body);
    const caller = callers.find(call.accessKeyId);
    const serve = () => answerFrom(backends[call.service], call);
    const { answer, delivered } = await hooks.run(call, caller, serve, () => response.destroyed);
    const { id, service, operation } = call;
    calls.push({
      id,
      at,
      caller,
      service,
      operation,
      resources: resourcesOfCall(call),
      status: answer?.status ?? 0,
      errorCode: answer && errorCodeOfAnswer(answer),
      durationMs: performance.now() - startedAt,
    });
    if (answer && delivered) sendAnswer(response, answer, clock.now());
    else response.destroy();
  });

  return {
    url: server.url,
    calls,
    addHook: (hook) => hooks.add(hook),
    registerCaller: callers.register,
    close: server.close,
  };
}

async function answerFrom(backend: AwsBackend | undefined, call: AwsCall): Promise<AwsAnswer> {
  try {
    if (!backend) throw new AwsError('ServiceNotEmulated', `No backend serves "${call.service}"`);
    return await backend(call);
  } catch (error) {
    const refusal = error instanceof AwsError ? error : new AwsError('InternalFailure', String(error), 500);
    const body = JSON.stringify({ __type: refusal.code, message: refusal.message });
    return { status: refusal.status, headers: { 'content-type': 'application/x-amz-json-1.0' }, body };
  }
}
