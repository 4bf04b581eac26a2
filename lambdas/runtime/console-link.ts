/** Each partition has a console of its own. */
const HOSTS: [RegExp, string][] = [
  [/^us-gov-/, 'console.amazonaws-us-gov.com'],
  [/^cn-/, 'console.amazonaws.cn'],
  [/^eusc-/, 'console.amazonaws-eusc.eu'],
  [/^/, 'console.aws.amazon.com'],
];

/** The page of a file in the S3 console, where people of the account sign in and open it. */
export function consoleLinks(bucket: string, region: string): (key: string) => string {
  const host = HOSTS.find(([pattern]) => pattern.test(region))?.[1] ?? '';
  return (key) =>
    `https://${region}.${host}/s3/object/${bucket}?region=${region}&prefix=${encodeURIComponent(key)}`;
}
