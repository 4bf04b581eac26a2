import { vi } from 'vitest';

/** The log lines written from now on, in place of printing them. */
export function logLines(): string[] {
  const lines: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    lines.push(String(line));
    return true;
  });
  return lines;
}
