/** `reports.s3.eu-central-1.amazonaws.com`, `reports.localhost:4566`. An address of numbers has no such names. */
const VIRTUAL_HOST = /^(.+?)\.(?:s3[.-].+|s3|localhost)(?::\d+)?$/;

/**
 * The bucket and key that a request to S3 is about, which either the host and the path name, or the path alone. The
 * key of a request to a bucket is empty.
 */
export function s3Address(host: string, path: string): { bucket: string; key: string } {
  const plainPath = decodeURIComponent(path.replace(/\?.*$/s, '')).slice(1);
  const bucket = VIRTUAL_HOST.exec(host)?.[1];
  if (bucket !== undefined) return { bucket, key: plainPath };
  const slash = `${plainPath}/`.indexOf('/');
  return { bucket: plainPath.slice(0, slash), key: plainPath.slice(slash + 1) };
}
