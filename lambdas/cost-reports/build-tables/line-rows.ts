import type { GroupedReport } from '#lambdas/contracts/cost-tables.ts';
import type { Cell, Row } from '#lambdas/contracts/report.ts';
import { commitmentUseOf } from '#lambdas/cost-reports/build-tables/commitment-use.ts';
import { groupedRows } from '#lambdas/cost-reports/build-tables/grouped-rows.ts';
import type { CostLine } from '#lambdas/cost-reports/cost-line.ts';
import type { Granularity } from '#lambdas/cost-reports/cost-query.ts';

/** Reports whose rows are the lines of their query, one to one. */
export type LineReport = Exclude<GroupedReport, 'total' | 'record-types'>;

export type LineContext = {
  granularity: Granularity;
  fetchedAt: string;
  /** Of a tag or cost category: its key. */
  share?: string | undefined;
  /** Of an account that the source gives no name. */
  nameOf: (account: string) => string | undefined;
};

type KeysOf = (line: CostLine, context: LineContext) => readonly Cell[] | undefined;

const valueAndType: KeysOf = ({ keys: [value = '', recordType = ''] }) => [value, recordType];
const sharedValue: KeysOf = ({ keys: [value = '', recordType = ''] }, { share = '' }) => [
  share,
  value,
  recordType,
];
const account: KeysOf = ({ keys: [id = '', second = ''], keyNames: [name] }, { nameOf }) => [
  id,
  name ?? nameOf(id) ?? '',
  second,
];

/** Undefined: this line is none of the report's. */
const KEYS_OF: Record<LineReport, KeysOf> = {
  services: valueAndType,
  regions: valueAndType,
  tags: sharedValue,
  'cost-categories': sharedValue,
  accounts: account,
  'accounts-by-service': account,
  'commitment-use': (line, context) => {
    const use = commitmentUseOf(line.keys[1] ?? '');
    const [id = '', name = ''] = account(line, context) ?? [];
    return use && [id, name, use.commitment, use.measure];
  },
};

/** Rows as the lines come, batch by batch: a month may have millions. */
export async function* lineRows(
  report: LineReport,
  batches: AsyncIterable<readonly CostLine[]>,
  context: LineContext,
): AsyncGenerator<readonly Row[]> {
  const keysOf = KEYS_OF[report];
  for await (const lines of batches) {
    yield lines.flatMap((line) => {
      const keys = keysOf(line, context);
      return keys ? groupedRows(line, keys, line.amounts, context) : [];
    });
  }
}
