import { describe, expect, test } from 'vitest';
import { githubFileAt } from '#lambdas/case-trackers/github/file-at.ts';
import { githubFileLinks } from '#lambdas/case-trackers/github/file-links.ts';

const PLACE = { apiUrl: 'https://api.github.com', repository: 'Example/cloud-support' };
const WEB = 'https://github.com';
const UUID = '0a1b2c3d-0000-4000-8000-00000000000a';
const LOG = `${WEB}/user-attachments/files/12/app.log`;
const linked = (text: string, place = PLACE) => {
  const { files, text: words } = githubFileLinks(text, place);
  return { names: files.map(({ name }) => name), urls: files.map(({ url }) => url), words };
};

describe('a file is linked', () => {
  test.each([
    ['by name', `[app.log](${LOG})`, ['app.log'], 'app.log'],
    ['by other words', `[of 10:00](${LOG})`, ['app.log'], 'of 10:00 (app.log)'],
    ['as a picture', `![Image](${WEB}/user-attachments/assets/${UUID})`, ['Image'], 'Image'],
    [
      'as GitHub writes pasted pictures',
      `<img width="646" height="120" alt="Image" src="${WEB}/user-attachments/assets/${UUID}" />`,
      ['Image'],
      'Image',
    ],
    ['by its address, before a full stop', `See ${LOG}.`, ['app.log'], 'See app.log.'],
    ['with a title', `[app.log](${LOG} "the log")`, ['app.log'], 'app.log'],
    ['in the repository', `${WEB}/example/Cloud-Support/blob/main/a/b.txt#L3-L9`, ['b.txt'], 'b.txt'],
    ['in the repository, raw', `${WEB}/Example/cloud-support/raw/main/b.txt`, ['b.txt'], 'b.txt'],
    ['of an older form', `${WEB}/Example/cloud-support/files/7/old.zip`, ['old.zip'], 'old.zip'],
    ['of an older picture', `${WEB}/Example/cloud-support/assets/4001/${UUID}`, ['image'], 'image'],
    [
      'in Japanese',
      `[障害.log](${WEB}/user-attachments/files/1/%E9%9A%9C%E5%AE%B3.log)`,
      ['障害.log'],
      '障害.log',
    ],
  ])('%s', (_, text, names, words) => {
    expect(linked(text)).toMatchObject({ names, words });
  });

  test.each([
    ['of another repository', `${WEB}/example/other/blob/main/a.txt`],
    ['of the same name elsewhere', `https://github.com.evil.example/user-attachments/files/1/a.log`],
    ['of another user before the host', `https://github.com@evil.example/user-attachments/files/1/a.log`],
    ['by HTTP', `http://github.com/user-attachments/files/1/a.log`],
    ['of another port', `https://github.com:8443/user-attachments/files/1/a.log`],
    ['that climbs out', `${WEB}/user-attachments/files/1/../../../settings`],
    ['a folder', `${WEB}/Example/cloud-support/blob/main`],
    ['a page of the repository', `${WEB}/Example/cloud-support/issues/1`],
    ['in code', `\`${LOG}\``],
    ['in a block of code', `\`\`\`\n${LOG}\n\`\`\``],
    ['in what nobody sees', `<!-- ${LOG} -->`],
    ['with a question', `${LOG}?x=1`],
  ])('but not one %s', (_, text) => {
    expect(linked(text)).toEqual({ names: [], urls: [], words: text });
  });
});

test('each file is there once, and each name', () => {
  const other = LOG.replace('/12/', '/13/');
  const { names, urls, words } = linked(`${LOG} ${other} [again](${LOG})`);

  expect(names).toEqual(['app.log', 'app-2.log']);
  expect(urls).toEqual([LOG, other]);
  expect(words).toBe('app.log app-2.log again (app.log)');
});

test.each(['<!--', '`', '``a`', '[', '![', '<img ', '```\n', '~', '[a](https://github.com/', '`\n\n'])(
  'a comment of %j alone takes no time',
  (text) => {
    const before = performance.now();
    linked(text.repeat(65_536 / text.length));

    expect(performance.now() - before).toBeLessThan(1000);
  },
);

test('files of one name are many', () => {
  const urls = Array.from({ length: 1200 }, (_, number) => LOG.replace('/12/', `/${number}/`));
  const before = performance.now();

  expect(new Set(linked(urls.join(' ')).names).size).toBe(1200);
  expect(performance.now() - before).toBeLessThan(1000);
});

test('a sign of code that nothing ends hides no file of a later paragraph, and an unended comment all', () => {
  expect(linked(`The \` sign\n\n${LOG} \`x\``).names).toEqual(['app.log']);
  expect(linked(`<!-- ${LOG}`).names).toEqual([]);
});

test('of GitHub Enterprise it is the host of the API', () => {
  const place = { ...PLACE, apiUrl: 'https://ghe.example/api/v3' };

  expect(linked('https://ghe.example/user-attachments/files/1/a.log', place).names).toEqual(['a.log']);
  expect(linked(LOG, place).names).toEqual([]);
  const tenant = { ...PLACE, apiUrl: 'https://api.octo.ghe.com' };
  expect(linked('https://octo.ghe.com/user-attachments/files/1/a.log', tenant).names).toEqual(['a.log']);
});

test('a branch may have slashes in its name', () => {
  expect(githubFileAt(`${WEB}/Example/cloud-support/blob/fix/it/a%20b.txt`, PLACE)).toMatchObject({
    paths: [
      '/repos/Example/cloud-support/contents/it/a%20b.txt?ref=fix',
      '/repos/Example/cloud-support/contents/a%20b.txt?ref=fix%2Fit',
    ],
  });
});
