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

export type InternetAnswer<Body = string> = {
  status: number;
  headers: Record<string, string>;
  body: Body;
};

/** Serves one host of the internet in this process. */
export type InternetHandler<Body = string> = (request: InternetRequest) => Promise<InternetAnswer<Body>>;

/** One that serves files, too. */
export type FileHandler = InternetHandler<string | Buffer>;
