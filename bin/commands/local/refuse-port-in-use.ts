import { once } from 'node:events';
import { createServer } from 'node:net';
import { Failure } from '#bin/commands/command-line/errors.ts';

/** Says so before the app is synthesized, not some seconds later. */
export async function refusePortInUse(port: number): Promise<void> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const reason =
      code === 'EADDRINUSE' ? 'is in use, perhaps by another console' : `cannot be had (${message})`;
    throw new Failure(`Port ${port} ${reason}. Take another one: --port ${port + 1}`, { cause });
  }
  server.close();
  await once(server, 'close');
}
