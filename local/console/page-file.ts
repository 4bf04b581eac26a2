import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from './refusal.ts';

const PAGE = join(import.meta.dirname, 'page');
const MEDIA_TYPES: Record<string, string> = { html: 'text/html', css: 'text/css', js: 'text/javascript' };

/** Nothing from elsewhere, no inline script or style: text from events could not run if it were ever markup. */
export const PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** A file of the page, read anew each time: a change shows after a reload. */
export async function pageFile(path: string): Promise<{ mediaType: string; content: Buffer }> {
  const name = path === '/' ? 'index.html' : path.slice(1);
  const mediaType = MEDIA_TYPES[/^[a-z-]+\.([a-z]+)$/.exec(name)?.[1] ?? ''];
  if (!mediaType) throw new Refusal(404, 'There is no such page');
  try {
    return { mediaType: `${mediaType}; charset=utf-8`, content: await readFile(join(PAGE, name)) };
  } catch (error) {
    throw new Refusal(404, `There is no ${name}: ${(error as NodeJS.ErrnoException).code}`);
  }
}
