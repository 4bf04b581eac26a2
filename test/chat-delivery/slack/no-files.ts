import type { PostFile } from '#lambdas/chat-delivery/https-client.ts';

/** For a bot that uploads nothing. */
export const noFiles: PostFile = async () => {
  throw new Error('Nothing is uploaded here');
};
