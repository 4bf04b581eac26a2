/** SQS takes so many bytes at once, in one message or in ten. */
const MOST_BYTES = 250_000;

/** Parts messages so that those of each part can be sent with one request, or with several of ten. */
export function packMessages<Message>(messages: readonly Message[]): Message[][] {
  const packs: Message[][] = [];
  let bytes = 0;
  for (const message of messages) {
    const size = Buffer.byteLength(JSON.stringify(message));
    const pack = packs.at(-1);
    if (pack && bytes + size <= MOST_BYTES) {
      pack.push(message);
      bytes += size;
    } else {
      packs.push([message]);
      bytes = size;
    }
  }
  return packs;
}
