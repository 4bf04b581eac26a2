import { Agent, type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { AwsBackend } from './aws-call.ts';
import { plainHeaders } from './plain-headers.ts';

/**
 * A backend that passes each call on, unchanged, to an emulator that speaks HTTP. The Host header stays the
 * proxy's, so that URLs in the emulator's answers lead back through it.
 */
export function forwardTo(url: string): AwsBackend {
  const agent = new Agent({ keepAlive: true });
  const { hostname, port } = new URL(url);

  return async ({ method, path, headers, body }) => {
    // The whole body is at hand: nothing is left to negotiate, and the length is known.
    const { expect: _, connection: __, 'transfer-encoding': ___, ...passedOn } = headers;
    const answered = Promise.withResolvers<IncomingMessage>();
    request({
      agent,
      hostname,
      port,
      method,
      path,
      headers: { ...passedOn, 'content-length': body.length },
    })
      .once('response', answered.resolve)
      .once('error', answered.reject)
      .end(body);
    const answer = await answered.promise;
    return {
      status: answer.statusCode ?? 502,
      headers: plainHeaders(answer.headers),
      body: await buffer(answer),
    };
  };
}
