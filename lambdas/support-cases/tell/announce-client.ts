import { ownRegion, requestAws } from '#lambdas/runtime/aws-request-client.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';
import type { SupportPorts } from '#lambdas/support-cases/support-ports.ts';

/** Tells a function of a case, and waits for no answer; without a name nobody is told. */
export function announceClient(name: string): SupportPorts['announce'] {
  if (name === '') return async () => {};
  return async ({ account, displayId }) => {
    const { status } = await requestAws({
      service: 'lambda',
      host: `lambda.${ownRegion()}`,
      method: 'POST',
      path: `/2015-03-31/functions/${encodeURIComponent(name)}/invocations`,
      body: JSON.stringify({ account, displayId }),
      headers: { 'Content-Type': 'application/json', 'X-Amz-Invocation-Type': 'Event' },
    });
    if (status !== 202) throw new RetryLaterError('A function could not be invoked', { fields: { status } });
  };
}
