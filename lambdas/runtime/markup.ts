/** Text that is HTML or SVG already. Only `markup` makes it. */
export type Markup = { readonly markup: string };
export type MarkupPart = Markup | string | number | false | undefined | readonly MarkupPart[];

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** XML has no way to write these, not even escaped: one of them would make a picture unreadable. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A template of HTML or SVG: whatever is put in is escaped, unless it was made here too. Lists are joined. */
export function markup(texts: TemplateStringsArray, ...parts: MarkupPart[]): Markup {
  return { markup: texts.map((text, index) => text + written(parts[index])).join('') };
}

/** Text as it may stand between tags and in quoted attributes. */
export function escapeText(text: string): string {
  return text.replaceAll(UNWRITABLE, '\uFFFD').replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}

function written(part: MarkupPart): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string') return escapeText(part);
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map(written).join('');
}
