import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import type { Table } from '#local/estate.ts';

export type TableServer = {
  url: string;
  /** A client past the recording proxy, for those who look at tables from outside. */
  client: DynamoDBClient;
  close: () => Promise<void>;
};

/** DynamoDB in memory (dynalite) with the tables of an estate. */
export async function startTableServer(tables: Table[]): Promise<TableServer> {
  const server = dynalite({ createTableMs: 0, updateTableMs: 0, deleteTableMs: 0 });
  const answers = new Set<ServerResponse>();
  server.on('request', (_, response: ServerResponse) => {
    answers.add(response);
    response.once('close', () => answers.delete(response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { accessKeyId: 'embedded', secretAccessKey: 'embedded' };
  const client = new DynamoDBClient({ endpoint: url, region: 'us-east-1', credentials });
  for (const { name, definition } of tables) {
    await client.send(new CreateTableCommand({ ...definition, TableName: name }));
  }
  return {
    url,
    client,
    close: async () => {
      client.destroy();
      // dynalite throws, past any catch, at a write that finds its database closed.
      await Promise.all([...answers].map((answer) => once(answer, 'close')));
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
