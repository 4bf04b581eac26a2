import { type AttributeValue, paginateScan } from '@aws-sdk/client-dynamodb';
import { HEAD_ROW, type Head, RECEIPT_ROW_PREFIX, type Receipt } from '#lambdas/contracts/ledger.ts';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import type { Api } from './api.ts';

type Item = Record<string, AttributeValue>;

/** The alerts as the ledger has them, and what each channel was told; the newest change first. */
export function ledgerApi({ estate, tables }: Pick<EmbeddedCloud, 'estate' | 'tables'>): Api {
  return {
    'GET /api/ledger': async () => {
      const [table] = estate.tables;
      const rows: Item[] = [];
      for await (const { Items = [] } of paginateScan(
        { client: tables.client },
        { TableName: table?.name },
      )) {
        rows.push(...Items);
      }
      const alerts = rows.filter(({ row }) => row?.S === HEAD_ROW).map((row) => toAlert(row, rows));
      return alerts.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
    },
  };
}

function toAlert(row: Item, rows: Item[]) {
  const head = bodyOf<Head>(row);
  const told = rows.filter(
    ({ alert, row: name }) => alert?.S === head.key && name?.S?.startsWith(RECEIPT_ROW_PREFIX),
  );
  const receipts = told.map(bodyOf<Receipt>);
  return {
    key: head.key,
    title: head.content.title,
    status: head.status,
    severity: head.content.severity,
    revision: head.revision,
    updatedAt: head.updatedAt,
    dueAt: row.dueAt?.N === undefined ? undefined : Number(row.dueAt.N),
    channels: Object.keys(head.views).map((name) => {
      const receipt = receipts.find(({ channel }) => channel === name);
      return { name, revision: receipt?.revision, owedAt: receipt?.owedAt };
    }),
  };
}

function bodyOf<Body>({ body }: Item): Body {
  return JSON.parse(body?.S ?? 'null') as Body;
}
