import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { writeChunks } from '#bin/commands/command-line/write-chunks.ts';

const CHUNK = Buffer.alloc(64 * 1024, 'x');

async function* chunksOf(count: number, onEach: () => void = () => {}): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < count; index += 1) {
    onEach();
    yield CHUNK;
  }
}

test('all of it arrives, no faster than it is read', async () => {
  const output = new PassThrough({ highWaterMark: CHUNK.length });
  let made = 0;
  const written = writeChunks(
    output,
    chunksOf(20, () => (made += 1)),
  ).then(() => output.end());
  await new Promise(setImmediate);
  expect(made).toBeLessThan(5);

  expect(await text(output)).toHaveLength(20 * CHUNK.length);
  await written;
});

test('a reader that has read enough ends it without a failure', async () => {
  let made = 0;
  const output = new Writable({
    write: (_chunk, _encoding, done) =>
      done(made > 3 ? Object.assign(new Error('gone'), { code: 'EPIPE' }) : null),
  });
  await writeChunks(
    output,
    chunksOf(1000, () => (made += 1)),
  );

  expect(made).toBeLessThan(10);
});

test('a disk that is full is a failure', async () => {
  const output = new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error('No space left'), { code: 'ENOSPC' })),
  });

  await expect(writeChunks(output, chunksOf(10))).rejects.toThrow('No space left');
});

test('in a pipe to head the command line ends well', async () => {
  const script = `
    import { writeChunks } from '#bin/commands/command-line/write-chunks.ts';
    async function* chunks() { for (let i = 0; i < 5000; i += 1) yield Buffer.from('row\\n'.repeat(1000)); }
    await writeChunks(process.stdout, chunks());`;
  const command = `"${process.execPath}" --input-type=module -e "$SCRIPT" | head -n 2; echo "\${PIPESTATUS[0]}"`;
  const shell = spawn('bash', ['-c', command], {
    cwd: process.cwd(),
    env: { ...process.env, SCRIPT: script },
  });
  const closed = once(shell, 'close');

  expect(await text(shell.stdout)).toBe('row\nrow\n0\n');
  expect(await text(shell.stderr)).toBe('');
  await closed;
});
