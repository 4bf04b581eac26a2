/** `bytes`: absent where there are more than `mostBytes`. */
export type FileAnswer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  bytes?: Uint8Array;
};

/**
 * GETs a file of the internet, or what a POST of `body` brings, and follows no redirect. Fails with `RetryLaterError` where no answer came, with
 * `PermanentError` where the address is none of the internet.
 */
export type FetchFile = (question: {
  url: string;
  headers: Record<string, string>;
  mostBytes: number;
  body?: string;
}) => Promise<FileAnswer>;

/** PUTs bytes where a presigned link leads to; gives their ETag. */
export type PutPart = (url: string, bytes: Uint8Array) => Promise<string>;
