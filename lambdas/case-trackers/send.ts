import type { HttpAnswer } from '#lambdas/runtime/exchange.ts';

export type HttpRequest = {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  url: string;
  headers: Record<string, string>;
  body: string;
};

/** Sends one request. Fails with `RetryLaterError` where no answer came: it may have had its effect. */
export type Send = (request: HttpRequest) => Promise<HttpAnswer>;
