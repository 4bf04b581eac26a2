import { vi } from 'vitest';
import { Clock } from '#local/clock.ts';
import { forwardTo } from '#local/proxy/forward-to.ts';
import { startRecordingProxy } from '#local/proxy/recording-proxy.ts';
import { startTableServer } from '#local/table-server.ts';

/** A table where the functions of this process find it, with the calls that they make. */
export async function serveTable(name: string, partitionKey: string) {
  const keys = [partitionKey, 'row'];
  const server = await startTableServer([
    {
      logicalId: name,
      name,
      arn: `arn:aws:dynamodb:us-east-1:000000000000:table/${name}`,
      definition: {
        KeySchema: keys.map((AttributeName, index) => ({
          AttributeName,
          KeyType: index === 0 ? 'HASH' : 'RANGE',
        })),
        AttributeDefinitions: keys.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
        BillingMode: 'PAY_PER_REQUEST',
      },
    },
  ]);
  const clock = new Clock();
  const proxy = await startRecordingProxy({ clock, backends: { dynamodb: forwardTo(server.url) } });
  vi.stubEnv('AWS_ENDPOINT_URL', proxy.url);
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'embedded');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'embedded');
  return {
    client: server.client,
    calls: proxy.calls,
    async close() {
      vi.unstubAllEnvs();
      await proxy.close();
      await server.close();
      clock.stop();
    },
  };
}

export type ServedTable = Awaited<ReturnType<typeof serveTable>>;
