import type { AwsAnswer } from './aws-call.ts';

/** The exception's name in a failed answer, from the header, JSON or XML of its protocol. */
export function errorCodeOfAnswer({ status, headers, body }: AwsAnswer): string | undefined {
  if (status < 400) return undefined;
  const text = body.toString();
  const code =
    headers['x-amzn-errortype'] ??
    /"(?:__type|code)"\s*:\s*"([^"]+)"/i.exec(text)?.[1] ??
    /<Code>([^<]+)<\/Code>/.exec(text)?.[1];
  // `com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException`, `NotFound:http://…`
  return code?.replace(/^.*#/, '').replace(/:.*$/, '');
}
