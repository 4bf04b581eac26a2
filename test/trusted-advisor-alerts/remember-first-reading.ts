import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { type AccountStanding, STANDING_ROW } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';

/** As the sweep leaves it behind the first reading of an account: what is flagged from then on is new. */
export async function rememberFirstReading(
  { tables, estate }: EmbeddedCloud,
  account: string,
): Promise<void> {
  const table = estate.tables.find(({ logicalId }) => /Advisor/.test(logicalId));
  if (!table) throw new Error('The hub has no table of items');
  const at = '2015-01-01T00:00:00Z';
  const standing: AccountStanding = {
    state: 'ok',
    since: at,
    triedAt: at,
    readAt: at,
    baselineAt: at,
    heardAt: at,
  };
  const Item = {
    account: { S: account },
    row: { S: STANDING_ROW },
    body: { S: JSON.stringify(standing) },
    version: { N: '1' },
  };
  await tables.client.send(new PutItemCommand({ TableName: table.name, Item }));
}
