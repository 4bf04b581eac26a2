import { describe, expect, test } from 'vitest';
import type { FetchFile, FileAnswer } from '#lambdas/case-trackers/attach/fetch-file.ts';
import { githubFiles } from '#lambdas/case-trackers/github/github-files.ts';
import { LimitedError } from '#lambdas/case-trackers/tracker-errors.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';
import { Clock } from '#local/clock.ts';
import { createGithub } from '#local/counterparts/github/github-server.ts';
import type { GithubToken } from '#local/counterparts/github/github-state.ts';
import { aToken, REPOSITORY, TOKEN } from '#test/local/counterparts/github/a-github.ts';
import { fetchFrom } from './a-github-tracker.ts';

const MOST = 1000;
const PLACE = { apiUrl: 'https://api.github.com', repository: REPOSITORY, token: TOKEN };
const BYTES = Buffer.from([0x89, 0x50, 0, 0xff]);
const LOG = 'https://github.com/user-attachments/files/1/app.log';

function bench(changes: Partial<GithubToken> = { isClassic: true }) {
  const clock = new Clock();
  const tokens = { [TOKEN]: aToken(changes) };
  const github = createGithub({ clock, tokens, repositories: [REPOSITORY, 'example/other'] });
  const asked: [string, string | undefined][] = [];
  const files = githubFiles(PLACE, { fetchFile: fetchFrom(github, asked), now: () => new Date() });
  const read = async (text: string, most = MOST) => {
    const [file] = files.linkedIn(text).files;
    return file ? files.read(file, most) : 'no link';
  };
  return { clock, github, asked, read };
}

/** Files by what a host answers, in order. */
const answering = (...answers: (FileAnswer | Error)[]) => {
  const fetchFile: FetchFile = async () => {
    const next = answers.shift();
    if (!next || next instanceof Error) throw next ?? new Error('Asked too often');
    return next;
  };
  return githubFiles(PLACE, { fetchFile, now: () => new Date() });
};
const to = (location: string): FileAnswer => ({ status: 302, headers: { location }, bytes: BYTES });
const given: FileAnswer = { status: 200, headers: {}, bytes: BYTES };
const readLog = (...answers: (FileAnswer | Error)[]) =>
  answering(...answers).read({ url: LOG, name: 'app.log' }, MOST);

test('what was dropped into a comment comes by a signed link, which gets no token', async () => {
  const { github, asked, read } = bench();

  expect(await read(github.people.drop(REPOSITORY, 'app.zip', BYTES))).toEqual({
    name: 'app.zip',
    bytes: BYTES,
  });
  expect(asked).toEqual([
    ['github.com', `token ${TOKEN}`],
    ['objects.githubusercontent.com', undefined],
  ]);
});

test('a picture gets the ending of its kind', async () => {
  const { github, read } = bench();

  expect(await read(github.people.drop(REPOSITORY, 'x.png', BYTES))).toEqual({
    name: 'Image.png',
    bytes: BYTES,
  });
});

test('a file of the repository comes by the API, of any branch', async () => {
  const { github, asked, read } = bench({});
  const url = github.people.commit(REPOSITORY, { path: 'logs/a b.txt', ref: 'fix/it' }, BYTES);

  expect(await read(`[log](${url})`)).toEqual({ name: 'a b.txt', bytes: BYTES });
  expect(new Set(asked.map(([host]) => host))).toEqual(new Set(['api.github.com']));
});

describe('a file that is not given', () => {
  test('to a fine-grained token (josegonzalez/python-github-backup#477)', async () => {
    const { github, read } = bench({});

    expect(await read(github.people.drop(REPOSITORY, 'app.zip', BYTES))).toBe('file-missing');
  });

  test('but for a picture, whose address GitHub signs where it renders Markdown', async () => {
    const { github, asked, read } = bench({});

    expect(await read(github.people.drop(REPOSITORY, 'x.png', BYTES))).toEqual({
      name: 'Image.png',
      bytes: BYTES,
    });
    expect(asked).toEqual([
      ['github.com', `token ${TOKEN}`],
      ['api.github.com', `Bearer ${TOKEN}`],
      ['private-user-images.githubusercontent.com', undefined],
    ]);
    expect(await read(github.people.drop('example/other', 'x.png', BYTES))).toBe('file-missing');
  });

  test('of another repository', async () => {
    const { github, read } = bench();

    expect(await read(github.people.drop('example/other', 'app.zip', BYTES))).toBe('file-missing');
  });

  test('since it is not there', async () => {
    const { read } = bench();

    expect(await read(`https://github.com/${REPOSITORY}/blob/main/none.txt`)).toBe('file-missing');
    expect(await read(LOG)).toBe('file-missing');
  });

  test('since it has too many bytes', async () => {
    const { github, read } = bench();

    expect(await read(github.people.drop(REPOSITORY, 'a.zip', BYTES), 3)).toBe('file-too-big');
    expect(await read(github.people.drop(REPOSITORY, 'a.zip', BYTES), 4)).toMatchObject({ bytes: BYTES });
  });

  test('for the repository has a pointer of it only', async () => {
    const { github, read } = bench();
    const pointer = Buffer.from('version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n');

    expect(await read(github.people.commit(REPOSITORY, { path: 'core.dump' }, pointer))).toBe('file-pointer');
  });
});

describe('a redirect', () => {
  test('to where people log in is no file', async () => {
    expect(await readLog(to('https://github.com/login?return_to=x'), given)).toBe('file-missing');
  });

  test('to what is none of the internet is refused', async () => {
    expect(await readLog(to('https://10.0.0.1/x'), new PermanentError('not public'))).toBe('file-missing');
  });

  test('is followed three times', async () => {
    const next = to('https://a.example/x');
    expect(await readLog(next, next, next, given)).toMatchObject({ bytes: BYTES });
    expect(await readLog(next, next, next, next, given)).toBe('file-missing');
  });
});

test.each([
  [{ status: 429, headers: { 'retry-after': '30' }, bytes: BYTES }, LimitedError],
  [{ status: 503, headers: {}, bytes: BYTES }, Error],
])('an outage and a limit pass by themselves', async (answer, kind) => {
  await expect(readLog(answer)).rejects.toThrow(kind);
});
