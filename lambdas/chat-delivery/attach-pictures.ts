import type { ChatChannel } from '#lambdas/chat-delivery/chat-channel.ts';
import type { Attachment } from '#lambdas/contracts/observation.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';

export type PicturePorts = {
  readFile: (bucket: string, key: string) => Promise<Uint8Array>;
  /** A picture can never be shown there: tells who looks after Reeve. */
  reportUnshown: (error: PermanentError) => void;
};

/**
 * Puts the pictures of an alert into the thread of its message. One that can never be shown holds nothing up: the
 * message says the same in words, and its links lead to the picture.
 */
export async function attachPictures(
  chat: ChatChannel,
  reference: string,
  attachments: Attachment[],
  { readFile, reportUnshown }: PicturePorts,
): Promise<void> {
  for (const { title, alt, bucket, key } of attachments) {
    try {
      await chat.attach?.(reference, { title, alt, bytes: await readFile(bucket, key) });
    } catch (error) {
      if (!(error instanceof PermanentError)) throw error;
      reportUnshown(error);
    }
  }
}
