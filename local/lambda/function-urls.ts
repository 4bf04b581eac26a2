import type { Clock } from '#local/clock.ts';
import type { Estate } from '#local/estate.ts';
import { type LoopbackServer, startLoopbackServer } from '#local/proxy/loopback-server.ts';
import type { InvocationResult } from './invocation-result.ts';
import { json, type UrlAnswer, urlAnswer } from './url-answer.ts';
import { urlEvent } from './url-event.ts';

/** Of a request, with what stands around its body. */
const MOST_BYTES = 6 * 1024 * 1024;
const PLACE = /^\/(?<id>[^/?]+)(?<path>.*)$/s;

/** Set when the estate is known: URLs stand in its templates. */
export type UrlParts = {
  estate?: Pick<Estate, 'urls' | 'permissions'>;
  invoke?: (functionArn: string, event: unknown) => Promise<InvocationResult>;
};

export type FunctionUrls = LoopbackServer & {
  /** Where a function URL leads on this machine, with a slash at its end. */
  addressOf: (id: string) => string;
};

/** Function URLs on this machine: what is the first word of the host at AWS is the first one of the path here. */
export async function startFunctionUrls(
  parts: UrlParts,
  { clock, region }: { clock: Clock; region: string },
): Promise<FunctionUrls> {
  const server = await startLoopbackServer(async (request, response, body) => {
    const { id = '', path = '' } = PLACE.exec(request.url ?? '')?.groups ?? {};
    const { method, headersDistinct } = request;
    const answerTo = async (): Promise<UrlAnswer> => {
      const found = parts.estate?.urls.find((one) => one.id === id);
      if (!found || !parts.estate || !parts.invoke) return json(403, { Message: 'Forbidden' });
      if (!isPublic(found.functionArn, parts.estate)) return json(403, { Message: 'Forbidden' });
      if (body.length > MOST_BYTES) return json(413, { Message: 'Request Entity Too Large' });
      const asked = { method, headersDistinct, path: path === '' ? '/' : path, body };
      return urlAnswer(
        await parts.invoke(found.functionArn, urlEvent(asked, { id, region, now: clock.now() })),
      );
    };
    const { status, headers, body: bytes } = await answerTo();
    response.writeHead(status, headers).end(bytes);
  });
  return { ...server, addressOf: (id) => `${server.url}/${id}/` };
}

/**
 * Since October 2025 both are needed for everybody to reach a function by its URL.
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 */
function isPublic(functionArn: string, { permissions }: Pick<Estate, 'permissions'>): boolean {
  const open = permissions.filter((one) => one.functionArn === functionArn && one.principal === '*');
  const reaches = open.some(
    ({ action, urlAuthType }) => action === 'lambda:InvokeFunctionUrl' && urlAuthType === 'NONE',
  );
  return reaches && open.some(({ action, ofUrls }) => action === 'lambda:InvokeFunction' && ofUrls);
}
