import { ownRegion, requestAws } from '#lambdas/runtime/aws-request-client.ts';
import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';

/** A chart has a tenth of it. */
const LARGEST_FILE_BYTES = 2_000_000;

/** The bytes of a file in the report bucket. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html */
export async function readReportFile(bucket: string, key: string): Promise<Uint8Array> {
  const path = `/${key.split('/').map(encodeURIComponent).join('/')}`;
  const answer = await requestAws({
    service: 's3',
    host: `${bucket}.s3.${ownRegion()}`,
    method: 'GET',
    path,
    localPath: `/${bucket}${path}`,
    answerLimit: LARGEST_FILE_BYTES,
  }).catch((cause: unknown) => {
    throw new RetryLaterError('S3 is unreachable', { cause });
  });
  const { status, headers, bytes } = answer;
  if (status === 200 && Number(headers['content-length'] ?? bytes.length) === bytes.length) return bytes;
  const fields = { status, key };
  if (status === 200) throw new PermanentError('Picture is too large', { fields });
  if (status === 403 || status === 404) throw new PermanentError('Picture cannot be read', { fields });
  throw new RetryLaterError('Picture could not be read', { fields });
}
