import { paginateScan } from '@aws-sdk/client-dynamodb';
import { HEAD_ROW, type Head } from '#lambdas/contracts/ledger.ts';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import { alertReference } from './alert-reference.ts';

/** What is open about a part of ECS, by its ARN without `arn:` and partition. */
export type EcsAlerts = (arn: string) => { reference: string; title: string; severity: string }[];

/** What the ledger holds open of ECS. */
export async function openEcsAlerts({
  estate,
  tables,
}: Pick<EmbeddedCloud, 'estate' | 'tables'>): Promise<EcsAlerts> {
  const [table] = estate.tables;
  const heads: Head[] = [];
  for await (const { Items = [] } of paginateScan({ client: tables.client }, { TableName: table?.name })) {
    const rows = Items.filter(({ row }) => row?.S === HEAD_ROW);
    heads.push(...rows.map(({ body }) => JSON.parse(body?.S ?? 'null') as Head));
  }
  const open = heads.filter(({ status, content }) => status === 'open' && content.source === 'ecs');
  const byArn = Map.groupBy(open, ({ content }) => content.scope.replace(/^ecs\/arn:[^:]*:/, ''));
  return (arn) =>
    (byArn.get(arn) ?? []).map(({ key, content: { title, severity } }) => ({
      reference: alertReference(key),
      title,
      severity,
    }));
}
