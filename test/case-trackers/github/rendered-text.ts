import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Markdown as GitHub's dialect renders it: its tags, the text outside of code, and all that people read. */
export function rendered(markdown: string) {
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  const decode = (text: string) =>
    text.replaceAll(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name] ?? '');
  const tags = [...html.matchAll(/<\/?([a-z]\w*|!)/g)].map(([, tag = '']) => tag);
  const outsideOfCode = decode(html.replaceAll(/<code>[^<]*<\/code>/g, '\u0000').replaceAll(/<[^>]*>/g, ''));
  const text = decode(html.replaceAll(/<[^>]*>/g, ''));
  return { html, tags: new Set(tags), outsideOfCode, text };
}
