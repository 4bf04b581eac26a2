import type { FetchFile } from '#lambdas/case-trackers/attach/fetch-file.ts';
import { throwRefusal } from '#lambdas/case-trackers/github/github-errors.ts';

/** A page of one picture. */
const MOST_BYTES = 100_000;
const SOURCE = /\ssrc="(https:\/\/private-user-images\.githubusercontent\.com\/[^"]+)"/;

type Asked = { api: string; repository: string; token: string };

/**
 * Where a picture of a comment can be read without a token, for some minutes; undefined where GitHub does not say. To
 * fine-grained tokens GitHub gives no files of comments, but when it renders Markdown for them it signs addresses of pictures.
 * https://github.com/josegonzalez/python-github-backup/pull/478
 */
export async function signedPicture(
  url: string,
  { api, repository, token }: Asked,
  { fetchFile, now }: { fetchFile: FetchFile; now: () => Date },
): Promise<string | undefined> {
  const { status, headers, bytes } = await fetchFile({
    url: `${api}/markdown`,
    headers: {
      accept: 'text/html',
      authorization: `Bearer ${token}`,
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'reeve',
      'x-github-api-version': '2022-11-28',
    },
    body: JSON.stringify({ text: `![picture](${url})`, mode: 'gfm', context: repository }),
    mostBytes: MOST_BYTES,
  });
  const html = Buffer.from(bytes ?? []).toString();
  throwRefusal({ status, headers, body: html }, now());
  return SOURCE.exec(html)?.[1]?.replaceAll('&amp;', '&');
}
