import { S3Client } from '@aws-sdk/client-s3';
import { Clock } from '#local/clock.ts';
import type { Bucket } from '#local/estate.ts';
import { createObjectStore } from '#local/object-store/object-store.ts';
import type { AwsCall } from '#local/proxy/aws-call.ts';
import { startLoopbackServer } from '#local/proxy/loopback-server.ts';
import { sendAnswer } from '#local/proxy/send-answer.ts';
import { toAwsCall } from '#local/proxy/to-aws-call.ts';

/** A bucket that keeps versions, named `reports` unless said otherwise. */
export function aBucket(over: Partial<Bucket> = {}): Bucket {
  const name = over.name ?? 'reports';
  const arn = `arn:aws:s3:::${name}`;
  return { logicalId: name, name, arn, region: 'eu-west-1', versioned: true, ...over };
}

/** Buckets behind a port of their own, and an SDK client that speaks to them. */
export async function serveObjectStore(...buckets: Bucket[]) {
  const clock = new Clock();
  const store = createObjectStore({ buckets, clock });
  const calls: AwsCall[] = [];
  const server = await startLoopbackServer(async (request, response, body) => {
    const call = toAwsCall(calls.length + 1, request, body);
    calls.push(call);
    sendAnswer(response, await store.s3Backend(call), clock.now());
  });
  const credentials = { accessKeyId: 'AKIAREEVE', secretAccessKey: 'secret' };
  const client = new S3Client({ endpoint: server.url, region: 'eu-west-1', credentials, maxAttempts: 1 });
  return {
    url: server.url,
    /** What functions find in their environment. */
    environment: {
      AWS_ENDPOINT_URL: server.url,
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    },
    client,
    store,
    clock,
    calls,
    close: async () => {
      client.destroy();
      clock.stop();
      await server.close();
    },
  };
}
