import { createHash } from 'node:crypto';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
export const ALPHANUMERIC = `${LOWER}${LOWER.toUpperCase()}0123456789`;
export const BASE64 = `${ALPHANUMERIC}+/`;
export const HEX = '0123456789abcdef';
export const CAPITALS = `${LOWER.toUpperCase()}234567`;

/** Letters that look like chance and are the same at every run: no scanner can find in this repository what is made here. */
export function madeUp(seed: string, length: number, alphabet: string = ALPHANUMERIC): string {
  let made = '';
  for (let block = 0; made.length < length; block += 1) {
    const bytes = createHash('sha256').update(`${seed} ${block}`).digest();
    for (const byte of bytes) made += alphabet[byte % alphabet.length] ?? '';
  }
  return made.slice(0, length);
}

/** How a kind looks where people paste it, and what of it must not stay. */
export type Sample = { text: string; secrets: string[] };

/** `{}` in a text stands for the secret. */
export function around(text: string, ...secrets: string[]): Sample {
  const [first = ''] = secrets;
  return { text: text.replaceAll('{}', () => first), secrets };
}
