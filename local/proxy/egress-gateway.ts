import type { IncomingMessage } from 'node:http';
import type { Clock } from '#local/clock.ts';
import { type CallHook, CallHooks } from './call-hooks.ts';
import { type Caller, Callers, type RegisterCaller } from './caller.ts';
import { startLoopbackServer } from './loopback-server.ts';
import { plainHeaders } from './plain-headers.ts';
import { sendAnswer } from './send-answer.ts';

export type EgressRequest = {
  method: string;
  host: string;
  path: string;
  headers: Record<string, string>;
  body: Buffer;
};
export type EgressAnswer = { status: number; headers: Record<string, string>; body: Buffer | string };

/** Plays one host of the Internet. */
export type EgressHandler = (request: EgressRequest) => Promise<EgressAnswer>;
type EgressHook = CallHook<EgressRequest, EgressAnswer>;

/** What is kept of a request to the Internet; status 0 when its connection was cut before it was served. */
type RecordedEgress = {
  at: number;
  caller: Caller;
  host: string;
  path: string;
  status: number;
  durationMs: number;
};

export type EgressGateway = {
  url: string;
  requests: readonly RecordedEgress[];
  /** The requests to hosts that nobody plays. */
  refused: readonly RecordedEgress[];
  addHook: (hook: EgressHook) => () => void;
  registerCaller: RegisterCaller;
  close: () => Promise<void>;
};

type Settings = { clock: Clock; hosts: Record<string, EgressHandler> };

/** Receives everything that functions send to the Internet, so that nothing leaves the machine. */
export async function startEgressGateway({ clock, hosts }: Settings): Promise<EgressGateway> {
  const requests: RecordedEgress[] = [];
  const refused: RecordedEgress[] = [];
  const callers = new Callers();
  const hooks = new CallHooks<EgressRequest, EgressAnswer>();

  const server = await startLoopbackServer(async (incoming, response, body) => {
    const at = clock.now();
    const startedAt = performance.now();
    const request = toEgressRequest(incoming, body);
    const caller = callers.find(String(incoming.headers['x-reeve-access-key']));
    const handler = hosts[request.host];
    const { answer, delivered } = await hooks.run(
      request,
      caller,
      handler ?? refuse,
      () => response.destroyed,
    );
    const record = {
      at,
      caller,
      host: request.host,
      path: withoutSecrets(request.path),
      status: answer?.status ?? 0,
      durationMs: performance.now() - startedAt,
    };
    (handler ? requests : refused).push(record);
    if (answer && delivered) sendAnswer(response, answer, clock.now());
    else response.destroy();
  });

  return {
    url: server.url,
    requests,
    refused,
    addHook: (hook) => hooks.add(hook),
    registerCaller: callers.register,
    close: server.close,
  };
}

function toEgressRequest(incoming: IncomingMessage, body: Buffer): EgressRequest {
  const {
    'x-reeve-host': authority = '',
    'x-reeve-access-key': _,
    ...headers
  } = plainHeaders(incoming.headers);
  const { method = 'GET', url: path = '/' } = incoming;
  return { method, host: authority.replace(/:\d+$/, ''), path, headers, body };
}

async function refuse({ host }: EgressRequest): Promise<EgressAnswer> {
  return { status: 502, headers: { 'x-reeve-refused': host }, body: `Nobody plays ${host} here\n` };
}

/** The path of a chat webhook is its password: only the first segment is kept. */
function withoutSecrets(path: string): string {
  const [first = '', ...rest] = path.replace(/\?.*$/, '').slice(1).split('/');
  return rest.length > 0 ? `/${first}/…` : `/${first}`;
}
