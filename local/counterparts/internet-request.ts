/** One HTTPS request that a function sends to the internet, as the egress gateway hands it on. */
export type InternetRequest = {
  method: string;
  host: string;
  /** With the query string. */
  path: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: Buffer;
};

export type InternetAnswer = { status: number; headers: Record<string, string>; body: string };

/** Serves one host of the internet in this process. */
export type InternetHandler = (request: InternetRequest) => Promise<InternetAnswer>;
