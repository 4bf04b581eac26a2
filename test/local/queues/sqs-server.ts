import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SQSClient } from '@aws-sdk/client-sqs';
import { Clock } from '#local/clock.ts';
import type { Queue } from '#local/estate.ts';
import type { AwsBackend, AwsCall } from '#local/proxy/aws-call.ts';
import { createQueues } from '#local/queues/queues.ts';

/** Queues behind a port of their own, and an SDK client that speaks to them. */
export async function serveQueues(...estate: Queue[]) {
  const clock = new Clock();
  let backend: AwsBackend;
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const [, operation = ''] = String(request.headers['x-amz-target']).split('.');
    const call = { operation, accessKeyId: 'AKIAREEVE', body: await buffer(request) } as AwsCall;
    const answer = await backend(call);
    response.writeHead(answer.status, answer.headers).end(answer.body);
  };
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const urlOf = (name: string) => `${endpoint}/111122223333/${name}`;
  const queues = createQueues({ queues: estate, clock, accountId: '111122223333', queueUrl: urlOf });
  backend = queues.sqsBackend;
  const credentials = { accessKeyId: 'AKIAREEVE', secretAccessKey: 'secret' };
  const client = new SQSClient({ endpoint, region: 'eu-west-1', credentials });
  const close = () => {
    client.destroy();
    server.close();
    clock.stop();
  };
  return { client, urlOf, queues, clock, close };
}
