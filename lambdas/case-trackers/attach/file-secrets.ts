import { findSecrets } from '#lambdas/case-trackers/answer/find-secrets.ts';

/** Characters that are looked through at once: the detectors need many times the memory of a text. */
const PIECE = 262_144;
/** A secret on the border of two pieces lies whole in one. */
const OVERLAP = 16_384;

/** The text that a file is, by its content; undefined for one that is none. Nobody but people knows what a picture shows. */
export function textOfFile(bytes: Uint8Array): string | undefined {
  const mark = Buffer.from(bytes.subarray(0, 2)).toString('hex');
  if (mark === 'fffe') return new TextDecoder('utf-16le').decode(bytes);
  if (mark === 'feff') return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Of an older encoding, such as Shift_JIS: secrets are ASCII in all of them. Pictures and archives have zeros.
    return bytes.includes(0) ? undefined : Buffer.from(bytes).toString('latin1');
  }
}

/** The kinds of what looks like a secret in a text of any length; none: nothing does. */
export async function secretKinds(text: string): Promise<string[]> {
  const kinds = new Set<string>();
  for (let start = 0; start === 0 || start + OVERLAP < text.length; start += PIECE - OVERLAP) {
    const found = await findSecrets(text.slice(start, start + PIECE));
    for (const kind of found?.kinds ?? []) kinds.add(kind);
  }
  return [...kinds];
}
