import type { CaseThread } from '#lambdas/contracts/support/case-thread.ts';
import { ownRegion, requestAws } from '#lambdas/runtime/aws-request-client.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';

/** A thread of thousands of messages. */
const ANSWER_LIMIT = 50_000_000;

/** Threads of the redacted store by their keys; undefined where one has given way to a newer. */
export function threadsClient(bucket: string): (key: string) => Promise<CaseThread | undefined> {
  return async (key) => {
    const path = `/${key.split('/').map(encodeURIComponent).join('/')}`;
    const { status, body } = await requestAws({
      service: 's3',
      host: `${bucket}.s3.${ownRegion()}`,
      method: 'GET',
      path,
      localPath: `/${bucket}${path}`,
      answerLimit: ANSWER_LIMIT,
    }).catch((cause: unknown) => {
      throw new RetryLaterError('S3 is unreachable', { cause });
    });
    if (status === 200) return JSON.parse(body) as CaseThread;
    // Without the right to list the bucket S3 calls a missing file forbidden.
    if (status === 404 || status === 403) return undefined;
    throw new RetryLaterError('A thread could not be read', { fields: { status } });
  };
}
