import type { ServerResponse } from 'node:http';
import { startLoopbackServer } from '#local/proxy/loopback-server.ts';

/** One event on its way to a sandbox. */
export type HandedOut = {
  requestId: string;
  functionArn: string;
  deadlineMs: number;
  clockOffset: number;
  event: string;
};

/** What a runtime says of an invocation or, before it asked for one, of itself; `body` is JSON. */
export type RuntimeReport = { kind: 'response' | 'error' | 'init-error'; body: string };

export type RuntimeApi = {
  /** `127.0.0.1:PORT` */
  address: string;
  /** Hands an event out once the runtime asks for it, and waits for its report. `describe` is called then. */
  offer: (describe: () => HandedOut) => Promise<RuntimeReport>;
  close: () => Promise<void>;
};

/** The Lambda Runtime API of one sandbox: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html */
export async function startRuntimeApi(): Promise<RuntimeApi> {
  let asking: ServerResponse | undefined;
  let describe: (() => HandedOut) | undefined;
  let report = Promise.withResolvers<RuntimeReport>();

  const handOut = () => {
    if (!asking || !describe) return;
    sendInvocation(asking, describe());
    asking = undefined;
    describe = undefined;
  };

  const server = await startLoopbackServer(async ({ method, url = '' }, response, body) => {
    if (method === 'GET' && url.endsWith('/invocation/next')) {
      asking = response;
      return handOut();
    }
    const kind = reportKind(url);
    response.writeHead(kind ? 202 : 404).end();
    if (kind) report.resolve({ kind, body: body.toString() });
  });

  return {
    address: new URL(server.url).host,
    offer: (described) => {
      report = Promise.withResolvers();
      describe = described;
      handOut();
      return report.promise;
    },
    close: server.close,
  };
}

function reportKind(url: string): RuntimeReport['kind'] | undefined {
  if (url.endsWith('/init/error')) return 'init-error';
  if (url.endsWith('/response')) return 'response';
  return url.endsWith('/error') ? 'error' : undefined;
}

function sendInvocation(response: ServerResponse, invocation: HandedOut): void {
  const { requestId, functionArn, deadlineMs, clockOffset, event } = invocation;
  response
    .writeHead(200, {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': requestId,
      'lambda-runtime-deadline-ms': Math.round(deadlineMs),
      'lambda-runtime-invoked-function-arn': functionArn,
      'lambda-runtime-trace-id': traceId(deadlineMs, requestId),
      'x-reeve-clock-offset': clockOffset,
    })
    .end(event);
}

function traceId(ms: number, requestId: string): string {
  const seconds = Math.floor(ms / 1000).toString(16);
  const digits = requestId.replaceAll('-', '');
  return `Root=1-${seconds}-${digits.slice(0, 24)};Parent=${digits.slice(-16)};Sampled=0`;
}
