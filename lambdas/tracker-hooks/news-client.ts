import type { HeardComment } from '#lambdas/contracts/support/case-news.ts';
import { ownRegion, requestAws } from '#lambdas/runtime/aws-request-client.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';

/** Tells a function of a comment, and waits for no answer. */
export function newsClient(name: string): (news: HeardComment) => Promise<void> {
  return async (news) => {
    const { status } = await requestAws({
      service: 'lambda',
      host: `lambda.${ownRegion()}`,
      method: 'POST',
      path: `/2015-03-31/functions/${encodeURIComponent(name)}/invocations`,
      body: JSON.stringify(news),
      headers: { 'Content-Type': 'application/json', 'X-Amz-Invocation-Type': 'Event' },
    });
    if (status !== 202) throw new RetryLaterError('A function could not be invoked', { fields: { status } });
  };
}
