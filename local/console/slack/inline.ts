export type Style = { bold?: boolean; italic?: boolean; strike?: boolean; code?: boolean };

/** A run of text as Slack shows it. The page makes elements of it, never HTML of its text. */
export type Inline =
  | { kind: 'text'; text: string; style?: Style }
  | { kind: 'link'; text: string; url: string; style?: Style }
  | { kind: 'mention'; text: string; style?: Style }
  /** A moment for the reader's own time zone, by Slack's date tokens; `at` is in seconds. */
  | { kind: 'date'; at: number; format: string; fallback: string };

/** The address where it may be followed; nothing for `javascript:` and its like. */
export function followable(url: unknown): string | undefined {
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined;
  return ['https:', 'http:', 'mailto:'].includes(new URL(url).protocol) ? url : undefined;
}

export function linkTo(url: unknown, text: string, style?: Style): Inline {
  const followed = followable(url);
  const look = style && Object.keys(style).length > 0 ? { style } : {};
  return followed ? { kind: 'link', text, url: followed, ...look } : { kind: 'text', text, ...look };
}

export function textOf(text: string, style?: Style): Inline {
  return { kind: 'text', text, ...(style && Object.keys(style).length > 0 ? { style } : {}) };
}

/** What is left without styles and links. */
export function plainText(inlines: Inline[]): string {
  return inlines.map((inline) => (inline.kind === 'date' ? inline.fallback : inline.text)).join('');
}
