import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';

import { answerRequest } from './answer-request.ts';
import { createConsoleApi } from './console-api.ts';
import { reportFileOf } from './report-file.ts';
import { createUpdates } from './updates.ts';

export type ConsoleOptions = {
  cloud: EmbeddedCloud;
  /** 0: any free one. */
  port?: number;
};

export type Console = { url: string; close: () => Promise<void> };

/** Serves the page on which people see and move the embedded cloud, to this machine only. */
export async function startConsole({ cloud, port = 4600 }: ConsoleOptions): Promise<Console> {
  const updates = createUpdates(cloud);
  const api = createConsoleApi(cloud);
  const parts = { api, updates, reportFile: reportFileOf(cloud) };
  const server = createServer((request, response) => void answerRequest(request, response, parts));
  try {
    await listen(server, port);
  } catch (error) {
    updates.close();
    throw error;
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        updates.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, port: number): Promise<void> {
  const listening = Promise.withResolvers<void>();
  server.once('error', listening.reject).listen(port, '127.0.0.1', listening.resolve);
  try {
    await listening.promise;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE') throw error;
    const message = `Port ${port} is in use, perhaps by another console. Choose another one: --port ${port + 1}`;
    throw new Error(message, { cause: error });
  }
}
