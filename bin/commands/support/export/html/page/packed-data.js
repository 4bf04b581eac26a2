/** So many parts stay unpacked, the last used: some forty megabytes of text at most. */
const KEPT = 24;
const kept = new Map();

/** What a block of the page holds: JSON, compressed, in letters that no text of a stranger can leave. */
export async function unpack(id) {
  const bytes = bytesOf(document.getElementById(id).textContent);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return JSON.parse(await new Response(stream).text());
}

/** The messages of the cases of a part, in order. */
export function threadsOf(part) {
  const threads = kept.get(part) ?? unpack(`threads-${part}`);
  kept.delete(part);
  kept.set(part, threads);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value);
  return threads;
}

function bytesOf(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let index = 0; index < letters.length; index += 1) bytes[index] = letters.charCodeAt(index);
  return bytes;
}
