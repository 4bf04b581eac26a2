import { partitionOf } from '#lambdas/contracts/regions.ts';
import { consoleHost } from '#lambdas/runtime/console-host.ts';

/** The page of a file in the S3 console, where people of the account sign in and open it. */
export function consoleLinks(bucket: string, region: string): (key: string) => string {
  const host = consoleHost(partitionOf(region));
  return (key) =>
    `https://${region}.${host}/s3/object/${bucket}?region=${region}&prefix=${encodeURIComponent(key)}`;
}
