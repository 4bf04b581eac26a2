import { UsageError } from '#bin/commands/command-line/errors.ts';

export const portOption = {
  type: 'string',
  value: 'PORT',
  default: '4600',
  about: 'The port of the local console',
} as const;

export function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError('--port must be a number up to 65535.');
}
