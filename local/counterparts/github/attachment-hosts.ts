import { createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '#local/clock.ts';
import type { FileHandler, InternetAnswer, InternetRequest } from '../internet-request.ts';
import type { GithubState, GithubToken } from './github-state.ts';

/** Where GitHub's web leads who may read a file. */
export const SIGNED_HOST = 'objects.githubusercontent.com';
/** Pictures, as rendered Markdown shows them to who may read the repository. */
export const PICTURE_HOST = 'private-user-images.githubusercontent.com';
const LINK_MS = 5 * 60_000;
const KEY = randomBytes(16);

type Around = {
  clock: Pick<Clock, 'now'>;
  callerOf: (headers: InternetRequest['headers']) => GithubToken | undefined;
};

/** GitHub's web as far as files of comments go, and the host of its signed links. All repositories are private. */
export function attachmentHosts(
  { attachments }: GithubState,
  { clock, callerOf }: Around,
): { web: FileHandler; signed: FileHandler } {
  return {
    web: async ({ method, path, headers }) => {
      const caller = callerOf(headers);
      const found = attachments.findIndex((one) => one.path === path);
      const repository = attachments[found]?.repository ?? '';
      // What a token may not see is not there for it.
      if (method !== 'GET' || !caller?.isClassic || !caller.repositories.includes(repository))
        return { status: 404, headers: HTML, body: '<html>Not Found</html>' };
      const location = signedLink(SIGNED_HOST, found, clock.now());
      return { status: 302, headers: { ...HTML, location }, body: '' };
    },

    signed: async ({ path, headers }) => {
      const { pathname, searchParams } = new URL(path, `https://${SIGNED_HOST}`);
      // As S3 does: the signature in the link is one, a token would be another.
      if (headers['authorization'] !== undefined) return denied(400, 'InvalidArgument');
      const index = Number(pathname.split('/').at(-1));
      const expires = Number(searchParams.get('X-Amz-Expires'));
      const isSigned = searchParams.get('X-Amz-Signature') === signatureOf(index, expires);
      const file = attachments[index];
      if (!isSigned || expires < clock.now() || !file) return denied(403, 'AccessDenied');
      return { status: 200, headers: { 'content-type': file.type }, body: file.bytes };
    },
  };
}

/** Good without a token, for minutes. */
function signedLink(host: string, index: number, now: number): string {
  const expires = now + LINK_MS;
  const query = new URLSearchParams({
    'X-Amz-Expires': String(expires),
    'X-Amz-Signature': signatureOf(index, expires),
  });
  return `https://${host}/github-production-repository-file/${index}?${query.toString()}`;
}

/**
 * Markdown of one picture as HTML, its address signed where the caller may read the repository.
 * https://docs.github.com/rest/markdown/markdown
 */
export function renderPicture(
  { body, caller }: { body: Buffer; caller: GithubToken },
  { attachments }: GithubState,
  now: number,
): InternetAnswer {
  const { text = '' } = JSON.parse(body.toString()) as { text?: string };
  const address = /^!\[[^\]]*\]\((.*)\)$/.exec(text)?.[1] ?? '';
  const { pathname = '' } = URL.parse(address) ?? {};
  const index = attachments.findIndex(
    ({ path, repository }) =>
      path === pathname && path.includes('/assets/') && caller.repositories.includes(repository),
  );
  const source = index < 0 ? address : signedLink(PICTURE_HOST, index, now);
  const image = `<p><img src="${source.replaceAll('&', '&amp;')}" alt="picture"></p>`;
  return { status: 200, headers: HTML, body: image };
}

const HTML = { 'content-type': 'text/html; charset=utf-8' };

function denied(status: number, code: string): InternetAnswer {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code></Error>`;
  return { status, headers: { 'content-type': 'application/xml' }, body };
}

function signatureOf(index: number, expires: number): string {
  return createHmac('sha256', KEY).update(`${index} ${expires}`).digest('hex');
}
