import { beforeEach, describe, expect, test } from 'vitest';
import { repliesIn } from '#lambdas/case-trackers/answer/answer-row.ts';
import { anAnswerWorld } from '#test/case-trackers/answer/an-answer-world.ts';

const MINUTE_MS = 60_000;
const WEB = 'https://github.com';
const LOG = `${WEB}/user-attachments/files/1/app.log`;
const SHOT = `${WEB}/user-attachments/assets/0a1b2c3d-0000-4000-8000-000000000001`;
const SECRET = ['wJalrXUtnFEMI/K7MDENG', '/bPxRfiCY0123456789'].join('');
const text = (words: string) => new TextEncoder().encode(words);
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]);

let world: Awaited<ReturnType<typeof anAnswerWorld>>;
beforeEach(async () => {
  world = await anAnswerWorld();
  world.kept.set(LOG, text('10:00 起動しない'));
  world.kept.set(SHOT, PNG);
});
const attach = (words: string) => world.write(`/aws attach ${words}`);
const bodies = () => world.aws.messages.map(({ body }) => body);

test('files of a comment go to AWS with its text, all in one message, and that is said once', async () => {
  const comment = attach(`See [app.log](${LOG}) and\n![the graph](${SHOT})`);
  await world.run();
  world.pass(30 * MINUTE_MS);
  await world.run();

  expect(world.aws.messages).toMatchObject([
    {
      body: `See app.log and\nthe graph\n\nPosted by hanako via ops, comment ${comment.id}`,
      files: [
        { name: 'app.log', bytes: text('10:00 起動しない') },
        { name: 'the graph', bytes: PNG },
      ],
    },
  ]);
  expect(world.told(comment)).toEqual([expect.stringContaining('Sent to AWS.')]);
});

test('without words the message names the files', async () => {
  attach(`\n- ${LOG}\n- ![](${SHOT})`);
  await world.run();

  expect(bodies()[0]).toMatch(/^Attached: app\.log, image\n\nPosted by/);
});

test('they wait until AWS has looked at them, for a minute at most', async () => {
  world.aws.looks = 40;
  const comment = attach(LOG);
  await expect(world.run()).rejects.toThrow('not looked');
  expect(world.aws.messages).toEqual([]);
  expect(world.told(comment)).toEqual([]);

  world.aws.looks = 5;
  world.pass(30 * MINUTE_MS);
  await world.run();
  expect(world.aws.messages).toHaveLength(1);
});

describe('nothing is sent', () => {
  test.each([
    ['without a file', 'Here it is', 'no file'],
    ['with a link to elsewhere', 'https://evil.example/user-attachments/files/1/a.log', 'no file'],
    ['with too many files', Array.from({ length: 11 }, (_, n) => `${LOG}${n}`).join(' '), '11 files'],
    ['with a secret in the text', `secret key: ${SECRET} ${LOG}`, '/aws attach\nsecret key: [REDACTED'],
  ])('%s', async (_, words, says) => {
    const comment = attach(words);
    await world.run();

    expect(world.aws.messages).toEqual([]);
    expect(world.aws.uploads.size).toBe(0);
    expect(world.told(comment)).toEqual([expect.stringContaining(says)]);
  });

  test.each([
    ['that cannot be read', undefined, "not shown to Reeve's token"],
    ['that is empty', new Uint8Array(), 'empty'],
    ['that is too big', new Uint8Array(25 * 1024 * 1024 + 1), 'more than 25 MB'],
    ['that is a long text', text('x'.repeat(5 * 1024 * 1024 + 1)), 'more than 5 MB'],
    ['with a secret', text(`${'a line\n'.repeat(60_000)}aws_secret_access_key=${SECRET}`), 'AWS secret'],
  ])('of a file %s, and the answer says which', async (_, bytes, says) => {
    if (bytes) world.kept.set(SHOT, bytes);
    else world.kept.delete(SHOT);
    const comment = attach(`${LOG} ![shot](${SHOT})`);
    await world.run();
    await world.run();

    expect(world.aws.messages).toEqual([]);
    expect(world.told(comment)).toEqual([expect.stringContaining(says)]);
    expect(world.told(comment)[0]).toContain('ile 2 (`shot`)');
    expect(world.told(comment)[0]).not.toContain(SECRET);
  });

  test('of a file that AWS does not take', async () => {
    world.aws.refuses = ['image'];
    const comment = attach(`${LOG} <img src="${SHOT}">`);
    await world.run();

    expect(world.aws.messages).toEqual([]);
    expect(world.told(comment)[0]).toContain('AWS did not take file 2 (`image`)');
  });

  test('where the tracker has no files to give', async () => {
    world.hasFiles.now = false;
    const comment = attach(LOG);
    await world.run();

    expect(world.aws.messages).toEqual([]);
    expect(world.told(comment)[0]).toContain('cannot be read');
  });

  test('by who is not allowed', async () => {
    world.write(`/aws attach ${LOG}`, 'mallory');
    await world.run();

    expect(world.aws.uploads.size).toBe(0);
  });
});

test('a command counts like any other', async () => {
  world.rules.perHour = 2;
  for (let count = 0; count < 4; count += 1) attach(LOG);
  await world.run();

  expect(world.aws.messages).toHaveLength(2);
});

test('one whose link becomes another while it waits is not sent, though its words are the same', async () => {
  const comment = attach(`[app.log](${LOG})`);
  world.aws.looks = 40;
  await expect(world.run()).rejects.toThrow('not looked');
  world.aws.looks = 0;
  comment.body = comment.body.replace('/files/1/', '/files/2/');
  world.pass(30 * MINUTE_MS);
  await world.run();

  expect(world.aws.messages).toEqual([]);
  expect(world.told(comment)[0]).toContain('was changed');
});

test('files that nobody can carry in time are told, and the run ends', async () => {
  const comment = attach(`${LOG} ${SHOT}`);
  world.state.onCall = async (name) => {
    if (name === 'readFile') world.pass(2 * MINUTE_MS);
  };
  await world.run();

  expect(world.aws.messages).toEqual([]);
  expect(world.told(comment)[0]).toContain('no time left for file 2');
});

describe('who comes while files are carried', () => {
  /** What another run comes to that begins in the last of these steps of the first; they read a file, or upload it. */
  const meetAfter = async (seconds: number[]) => {
    const comment = attach(`${LOG} ${SHOT}`);
    const met: unknown[] = [];
    world.state.onCall = async (name) => {
      if (name !== 'upload' && name !== 'readFile') return;
      const step = seconds.shift();
      world.pass((step ?? 0) * 1000);
      if (step && seconds.length === 0) met.push(await world.run().catch((error: unknown) => error));
    };
    const first: unknown = await world.run().catch((error: unknown) => error);
    expect(world.aws.messages).toHaveLength(1);
    expect(world.aws.messages[0]?.files).toHaveLength(2);
    expect(world.told(comment)).toHaveLength(1);
    return { first, other: met[0] };
  };

  test('leaves them to whom they are with, though all of them take longer than a lease', async () => {
    const { first, other } = await meetAfter([44, 44, 60, 60]);

    expect(first).toBeUndefined();
    expect(other).toMatchObject({ name: 'BusyError' });
  });

  test('takes over from one that hangs while AWS looks at a file, and then sends nothing', async () => {
    world.aws.looks = 0;
    attach(LOG);
    const met: unknown[] = [];
    world.state.onCall = async (name) => {
      if (name !== 'uploadState' || met.length > 0) return;
      met.push('begun');
      world.pass(200_000);
      met.push(await world.run().catch((error: unknown) => error));
    };
    await expect(world.run()).rejects.toThrow('Another has written');

    expect(met[1]).toBeUndefined();
    expect(world.aws.messages).toHaveLength(1);
  });

  test('takes over from one that hangs, who then sends nothing', async () => {
    const { first, other } = await meetAfter([100, 100]);

    expect(other).toBeUndefined();
    expect(first).toMatchObject({ message: expect.stringContaining('Another') as string });
  });
});

test('what AWS shows of it is an echo', async () => {
  const comment = attach(LOG);
  const refused = attach('none');
  await world.run();

  expect(repliesIn([...world.rows.values()])).toEqual([comment.id]);
  expect(world.told(refused)).toHaveLength(1);
});

test('nothing that is kept names a file or holds a word of it', async () => {
  world.kept.set(LOG, text(`secret key: ${SECRET}`));
  attach(`konpeito [app.log](${LOG})`);
  await world.run();

  expect(JSON.stringify([...world.rows.values()])).not.toMatch(/konpeito|app\.log|wJalr|user-attach/);
});
