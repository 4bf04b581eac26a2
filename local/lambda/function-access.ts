/** Lets a service invoke a function, for one source or for any; `*` is everybody. */
export type Permission = {
  functionArn: string;
  action: string;
  principal: string;
  sourceArn?: string | undefined;
  /** By a function URL only. */
  ofUrls?: true;
  /** By one at which the caller proves himself so. */
  urlAuthType?: string | undefined;
};

/** An address at which the internet reaches a function. `id`: the first word of its host. */
export type FunctionUrl = { logicalId: string; id: string; functionArn: string };
