import { Bucket } from 'aws-cdk-lib/aws-s3';
import { describe, expect, test } from 'vitest';
import type { ColumnType, TableSchema } from '#lambdas/contracts/report.ts';
import { tableKey } from '#lambdas/contracts/report-keys.ts';
import { ReportCatalog } from '#lib/platform/report-catalog.ts';
import { expectResource } from '#test/stacks/expect-resource.ts';
import { synthesizeStack } from '#test/stacks/synthesize.ts';

const TYPES: ColumnType[] = ['text', 'code', 'date', 'timestamp', 'boolean', 'integer', 'decimal'];
const SHIPS: TableSchema = {
  name: 'ships-monthly',
  title: 'Ships by month',
  about: 'What came into the harbour.',
  columns: TYPES.map((type) => ({ name: `a_${type}`, type, about: `A ${type}.` })),
};
const QUERY = { id: 'TallestQuery', name: 'The tallest', about: 'Which was it?', sql: 'SELECT 1' };

const catalogOf = (parquet: boolean) =>
  synthesizeStack((stack) => {
    const catalog = new ReportCatalog(stack, 'Catalog', {
      bucket: new Bucket(stack, 'Files'),
      name: 'harbour',
    });
    catalog.addTables(stack, { tables: [SHIPS], parquet, since: '2022-01' });
    catalog.addQueries(stack, [QUERY]);
  });
const json = catalogOf(false);

type Table = {
  Parameters: Record<string, unknown>;
  StorageDescriptor: { Columns: { Name: string; Type: string }[]; Location: unknown; SerdeInfo: object };
};
function tableIn(template: typeof json): Table {
  const [table] = Object.values(template.findResources('AWS::Glue::Table'));
  if (!table) throw new Error('No table');
  return (table['Properties'] as { TableInput: Table }).TableInput;
}
/** A text of a template with its references by name. */
function textOf(value: unknown): string {
  const { 'Fn::Join': join } = value as { 'Fn::Join': [string, (string | { Ref: string })[]] };
  return join[1].map((part) => (typeof part === 'string' ? part : '<bucket>')).join(join[0]);
}

describe.each([
  { parquet: false, format: 'ndjson.gz', serde: 'org.openx.data.jsonserde.JsonSerDe', amount: 'string' },
  {
    parquet: true,
    format: 'parquet',
    serde: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe',
    amount: 'decimal(38,10)',
  },
] as const)('a table of $format files', ({ parquet, format, serde, amount }) => {
  const { Parameters, StorageDescriptor } = tableIn(catalogOf(parquet));

  test('has its months where the files are written, without a crawler', () => {
    const folder = tableKey('ships-monthly', '2026-10', format).replace(/[^/]+$/, '');
    const template = textOf(Parameters['storage.location.template']);

    expect(template.replace('${month}', '2026-10')).toBe(`s3://<bucket>/${folder}`);
    expect(template.startsWith(textOf(StorageDescriptor.Location))).toBe(true);
    expect(Parameters).toMatchObject({
      'projection.enabled': 'true',
      'projection.month.type': 'date',
      'projection.month.format': 'yyyy-MM',
      'projection.month.range': '2022-01,NOW',
    });
  });

  test('keeps amounts exact: as text, or as a decimal of ten places', () => {
    const types = Object.fromEntries(StorageDescriptor.Columns.map(({ Name, Type }) => [Name, Type]));

    expect(types).toEqual({
      a_text: 'string',
      a_code: 'string',
      a_date: 'date',
      a_timestamp: parquet ? 'timestamp' : 'string',
      a_boolean: 'boolean',
      a_integer: 'bigint',
      a_decimal: amount,
    });
    expect(StorageDescriptor.SerdeInfo).toEqual({ SerializationLibrary: serde });
  });
});

test('a table has a name that Athena takes, and says what it and its columns are', () => {
  expectResource(json, 'AWS::Glue::Table', {
    DatabaseName: 'harbour',
    TableInput: {
      Name: 'ships_monthly',
      TableType: 'EXTERNAL_TABLE',
      Description: 'Ships by month. What came into the harbour.',
      PartitionKeys: [{ Name: 'month', Type: 'string' }],
    },
  });
});

test('answers lie in the bucket, encrypted, whatever somebody sets in the console', () => {
  expectResource(json, 'AWS::Athena::WorkGroup', {
    Name: 'harbour',
    RecursiveDeleteOption: true,
    WorkGroupConfiguration: {
      EnforceWorkGroupConfiguration: true,
      ResultConfiguration: { EncryptionConfiguration: { EncryptionOption: 'SSE_S3' } },
    },
  });
});

test('queries are found in the workgroup, and made after what they need', () => {
  const [query] = Object.values(json.findResources('AWS::Athena::NamedQuery'));

  expect(query?.['Properties']).toEqual({
    Database: 'harbour',
    WorkGroup: 'harbour',
    Name: 'The tallest',
    Description: 'Which was it?',
    QueryString: 'SELECT 1',
  });
  expect(query?.['DependsOn']).toHaveLength(2);
});
