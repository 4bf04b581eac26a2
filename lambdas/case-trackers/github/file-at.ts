/** Where the comments of a tracker are. */
export type GithubPlace = { apiUrl: string; repository: string };

/** `attachment`: dropped into a comment. `content`: of the repository, at one of these paths of the API. */
export type GithubFile =
  | { kind: 'attachment'; url: string; name: string | undefined }
  | { kind: 'content'; paths: string[]; name: string };

/** A branch may have slashes in its name; so many parts of it are tried. */
const MOST_REF_PARTS = 3;

/** Where people read what the API gives: of `api.github.com`, `github.com`. */
function webOrigin(apiUrl: string): string {
  const { protocol, host } = new URL(apiUrl);
  return `${protocol}//${host.replace(/^api\./, '')}`;
}

/** The file that an address leads to; undefined for all that is no file of the repository's or of its comments. */
export function githubFileAt(address: string, { apiUrl, repository }: GithubPlace): GithubFile | undefined {
  const url = URL.parse(address);
  if (url?.origin !== webOrigin(apiUrl)) return undefined;
  const own = `/${repository.toLowerCase()}/`;
  const isOwn = url.pathname.toLowerCase().startsWith(own);
  const [head = '', ...rest] = url.pathname.slice(isOwn ? own.length : 1).split('/');
  if (isOwn && (head === 'blob' || head === 'raw')) return contentAt(rest, repository);
  const [kind, ...at] = isOwn ? [head, ...rest] : rest;
  if ((!isOwn && head !== 'user-attachments') || url.search !== '') return undefined;
  const plain = { kind: 'attachment' as const, url: `${url.origin}${url.pathname}` };
  if (kind === 'files' && at.length === 2 && /^\d+$/.test(at[0] ?? '') && at[1])
    return { ...plain, name: decoded(at[1]) };
  if (kind === 'assets' && at.length > 0 && at.length <= 2 && at.every((part) => /^[\w-]+$/.test(part)))
    return { ...plain, name: undefined };
  return undefined;
}

function contentAt(parts: string[], repository: string): GithubFile | undefined {
  const names = parts.map(decoded);
  const name = names.at(-1);
  if (names.length < 2 || !name) return undefined;
  const most = Math.min(MOST_REF_PARTS, names.length - 1);
  const paths = Array.from({ length: most }, (_, index) => {
    const path = names
      .slice(index + 1)
      .map((part) => encodeURIComponent(part))
      .join('/');
    const ref = encodeURIComponent(names.slice(0, index + 1).join('/'));
    return `/repos/${repository}/contents/${path}?ref=${ref}`;
  });
  return { kind: 'content', paths, name };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part).toWellFormed();
  } catch {
    return part;
  }
}
