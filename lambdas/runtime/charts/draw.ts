import { type Markup, markup } from '#lambdas/runtime/markup.ts';

/** A coordinate with two decimals at most: the same on every machine, and short. */
export function at(coordinate: number): number {
  return Math.round(coordinate * 100) / 100 || 0;
}

type TextPlace = {
  x: number;
  y: number;
  fill: string;
  size: number;
  anchor?: 'start' | 'middle' | 'end';
  weight?: number;
};

/** A line of text; `y` is its base line. */
export function drawText(text: string, { x, y, fill, size, anchor = 'start', weight }: TextPlace): Markup {
  const anchored = anchor !== 'start' && markup` text-anchor="${anchor}"`;
  const strength = weight && markup` font-weight="${weight}"`;
  return markup`<text x="${at(x)}" y="${at(y)}" font-size="${size}" fill="${fill}"${anchored}${strength}>${text}</text>`;
}

/** A line over other shapes, with a halo of the ground. */
export function drawPath(
  path: string,
  { colour, halo, dashed }: { colour: string; halo?: string; dashed?: boolean },
): Markup {
  const behind = halo && markup`<path d="${path}" fill="none" stroke="${halo}" stroke-width="5"/>`;
  const dashes = dashed && markup` stroke-dasharray="5 4"`;
  return markup`${behind}<path d="${path}" fill="none" stroke="${colour}" stroke-width="2" stroke-linejoin="round"${dashes}/>`;
}

/** Chinese, Japanese and Korean signs and most pictographs are as wide as they are high, a percent sign nearly. */
const WIDE = /[%\u1100-\u11FF\u2E80-\uD7FF\uF900-\uFAFF\uFE30-\uFFEF\u{1F000}-\u{3FFFF}]/gu;

/** About how wide a text is: fonts are not at hand where charts are drawn. */
export function textWidth(text: string, fontSize: number): number {
  const wide = text.match(WIDE)?.length ?? 0;
  const others = text.replaceAll(WIDE, '').length;
  return (wide + others * 0.58) * fontSize;
}
