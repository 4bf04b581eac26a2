import type { FetchFile, FileAnswer } from '#lambdas/case-trackers/attach/fetch-file.ts';
import { endingOf, fileName } from '#lambdas/case-trackers/attach/file-name.ts';
import type { FileTrouble } from '#lambdas/case-trackers/attach/file-trouble.ts';
import type { FileContent, TrackerFiles } from '#lambdas/case-trackers/attach/tracker-files.ts';
import { type GithubFile, type GithubPlace, githubFileAt } from '#lambdas/case-trackers/github/file-at.ts';
import { githubFileLinks } from '#lambdas/case-trackers/github/file-links.ts';
import { throwRefusal } from '#lambdas/case-trackers/github/github-errors.ts';
import { signedPicture } from '#lambdas/case-trackers/github/signed-picture.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';

const REDIRECTS = [301, 302, 303, 307, 308];
const MOST_REDIRECTS = 3;
const PLAIN = { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'reeve' };
/** https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md */
const LFS_POINTER = 'version https://git-lfs.github.com/spec/v1\n';
/** Of pictures and films that are pasted, whose addresses have no name. */
const ENDINGS: Record<string, string> = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'image/svg+xml': '.svg',
  'video/mp4': '.mp4',
  'video/quicktime': '.mov',
  'video/webm': '.webm',
};

type Ports = { fetchFile: FetchFile; now: () => Date };
type Attachment = Extract<GithubFile, { kind: 'attachment' }>;
type Fetched = { answer: FileAnswer; url: URL };

/** Files of one repository of GitHub and of its comments. The token goes to GitHub itself, and nowhere a redirect leads to. */
export function githubFiles(
  { token, ...place }: GithubPlace & { token: string },
  { fetchFile, now }: Ports,
): TrackerFiles {
  const api = place.apiUrl.replace(/\/$/, '');

  /** `isOurs`: where a redirect of GitHub to itself may lead, which else would be to where people log in. */
  async function follow(
    address: string,
    { headers, isOurs, mostBytes }: Question,
  ): Promise<Fetched | undefined> {
    const home = new URL(address).origin;
    let url: URL = new URL(address);
    for (let redirects = 0; ; redirects += 1) {
      const own = url.origin === home ? headers : {};
      const answer = await fetchFile({ url: url.href, headers: { ...PLAIN, ...own }, mostBytes });
      const next = REDIRECTS.includes(answer.status) ? answer.headers['location'] : undefined;
      if (typeof next !== 'string') return { answer, url };
      const to = URL.parse(next, url.href);
      if (!to || redirects === MOST_REDIRECTS || (to.origin === home && !isOurs(to))) return undefined;
      url = to;
    }
  }

  async function fetched(address: string, question: Question): Promise<Fetched | FileTrouble> {
    const found = await unlessRefused(async () => {
      const followed = await follow(address, question);
      if (!followed) return undefined;
      const { status, headers, bytes } = followed.answer;
      const body = status < 300 ? '' : Buffer.from(bytes ?? []).toString();
      throwRefusal({ status, headers, body }, now());
      return followed;
    });
    if (!found) return 'file-missing';
    return found.answer.bytes ? found : 'file-too-big';
  }

  async function readAttachment(file: Attachment, mostBytes: number): Promise<Fetched | FileTrouble> {
    // GitHub's web takes the older word for tokens only.
    const headers = { authorization: `token ${token}` };
    const isOurs = ({ href }: URL) => githubFileAt(href, place)?.kind === 'attachment';
    const found = await fetched(file.url, { headers, isOurs, mostBytes });
    if (found !== 'file-missing' || file.name !== undefined) return found;
    const signed = await unlessRefused(() =>
      signedPicture(file.url, { ...place, api, token }, { fetchFile, now }),
    );
    return signed ? fetched(signed, { headers: {}, isOurs: () => false, mostBytes }) : found;
  }

  async function readContent(paths: string[], mostBytes: number): Promise<Fetched | FileTrouble> {
    const headers = {
      accept: 'application/vnd.github.raw+json',
      authorization: `Bearer ${token}`,
      'x-github-api-version': '2022-11-28',
    };
    for (const path of paths) {
      const found = await fetched(`${api}${path}`, { headers, isOurs: () => true, mostBytes });
      if (found !== 'file-missing') return found;
    }
    return 'file-missing';
  }

  return {
    linkedIn: (text) => githubFileLinks(text, place),

    async read({ url, name }, mostBytes) {
      const file = githubFileAt(url, place);
      if (!file) return 'file-missing';
      const found =
        file.kind === 'content'
          ? await readContent(file.paths, mostBytes)
          : await readAttachment(file, mostBytes);
      if (typeof found === 'string') return found;
      const { bytes = new Uint8Array() } = found.answer;
      const start = Buffer.from(bytes.subarray(0, LFS_POINTER.length)).toString('latin1');
      if (file.kind === 'content' && start === LFS_POINTER) return 'file-pointer';
      return { name: withEnding(name, found), bytes } satisfies FileContent;
    },
  };
}

type Question = {
  headers: Record<string, string>;
  isOurs: (url: URL) => boolean;
  mostBytes: number;
};

function withEnding(name: string, { answer, url }: Fetched): string {
  if (endingOf(name) !== '') return name;
  const type = String(answer.headers['content-type'] ?? '').split(';')[0] ?? '';
  return fileName(`${name}${endingOf(url.pathname) || (ENDINGS[type.trim().toLowerCase()] ?? '')}`);
}

/** Also of an address that a redirect led to, and that is none of the internet. */
async function unlessRefused<Answer>(work: () => Promise<Answer | undefined>): Promise<Answer | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PermanentError) return undefined;
    throw error;
  }
}
