import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export type LoopbackServer = { url: string; close: () => Promise<void> };
type Serve = (request: IncomingMessage, response: ServerResponse, body: Buffer) => Promise<void>;

/** Starts an HTTP server that only this machine reaches, on a port the system chooses. */
export async function startLoopbackServer(serve: Serve): Promise<LoopbackServer> {
  const server = createServer((request, response) => {
    buffer(request)
      .then((body) => serve(request, response, body))
      .catch(() => response.destroy());
  });
  // Idle connections stay open: closing one races with the client's next request on it.
  server.keepAliveTimeout = 0;
  server.headersTimeout = 0;
  server.requestTimeout = 0;

  const listening = Promise.withResolvers<void>();
  server.once('error', listening.reject).listen(0, '127.0.0.1', listening.resolve);
  await listening.promise;

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
