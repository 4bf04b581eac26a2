import { Aws } from 'aws-cdk-lib';
import { CfnNamedQuery, CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { ColumnType, TableSchema } from '#lambdas/contracts/report.ts';
import { glueTableName } from '#lambdas/contracts/report-keys.ts';

/** An SQL text for people to run in Athena. */
export type NamedQuery = { id: string; name: string; about: string; sql: string };

export type ReportCatalogProps = {
  bucket: IBucket;
  /** Of the Glue database and the Athena workgroup; lower case, digits and `_`. */
  name: string;
};

export type CatalogTables = {
  tables: TableSchema[];
  /** Parquet is a copy beside the NDJSON files, and cheaper to read. */
  parquet: boolean;
  /** The first month that can have a file, `YYYY-MM`. */
  since: string;
};

/** Amounts in NDJSON are texts, which keeps them exact; queries cast them. */
const JSON_TYPES: Record<ColumnType, string> = {
  text: 'string',
  code: 'string',
  date: 'date',
  timestamp: 'string',
  boolean: 'boolean',
  integer: 'bigint',
  decimal: 'string',
};
const PARQUET_TYPES: Record<ColumnType, string> = {
  ...JSON_TYPES,
  timestamp: 'timestamp',
  decimal: 'decimal(38,10)',
};

const JSON_FORMAT = {
  inputFormat: 'org.apache.hadoop.mapred.TextInputFormat',
  outputFormat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
  serdeInfo: { serializationLibrary: 'org.openx.data.jsonserde.JsonSerDe' },
};
const PARQUET_FORMAT = {
  inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
  outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
  serdeInfo: { serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' },
};

/** Reports as tables that Athena reads. Partitions are projected from the name of the month: no crawler. */
export class ReportCatalog extends Construct {
  private readonly props: ReportCatalogProps;
  private readonly database: CfnDatabase;
  private readonly workGroup: CfnWorkGroup;

  constructor(scope: Construct, id: string, props: ReportCatalogProps) {
    super(scope, id);
    const { bucket, name } = props;
    this.props = props;
    this.database = new CfnDatabase(this, 'Database', {
      catalogId: Aws.ACCOUNT_ID,
      databaseInput: { name, description: 'Reports of Reeve' },
    });
    this.workGroup = new CfnWorkGroup(this, 'WorkGroup', {
      name,
      description: 'Queries over the reports of Reeve',
      recursiveDeleteOption: true,
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        resultConfiguration: {
          outputLocation: `s3://${bucket.bucketName}/athena/`,
          encryptionConfiguration: { encryptionOption: 'SSE_S3' },
        },
      },
    });
  }

  /** Puts tables below `scope`, each with a partition for every month. */
  addTables(scope: Construct, { tables, parquet, since }: CatalogTables): void {
    const { bucket, name } = this.props;
    const [format, types] = parquet
      ? ([PARQUET_FORMAT, PARQUET_TYPES] as const)
      : ([JSON_FORMAT, JSON_TYPES] as const);
    for (const table of tables) {
      const location = `s3://${bucket.bucketName}/${parquet ? 'parquet' : 'tables'}/report=${table.name}/`;
      const resource = new CfnTable(scope, `${pascal(table.name)}Table`, {
        catalogId: Aws.ACCOUNT_ID,
        databaseName: name,
        tableInput: {
          name: glueTableName(table),
          description: `${table.title}. ${table.about}`,
          tableType: 'EXTERNAL_TABLE',
          partitionKeys: [{ name: 'month', type: 'string' }],
          parameters: projectionOf(location, since),
          storageDescriptor: {
            location,
            columns: table.columns.map((column) => ({
              name: column.name,
              type: types[column.type],
              comment: column.about,
            })),
            ...format,
          },
        },
      });
      resource.addResourceDependency(this.database);
    }
  }

  /** Puts queries below `scope` for people to find in the workgroup. */
  addQueries(scope: Construct, queries: NamedQuery[]): void {
    for (const { id, name, about, sql } of queries) {
      const query = new CfnNamedQuery(scope, id, {
        database: this.props.name,
        workGroup: this.props.name,
        name,
        description: about,
        queryString: sql,
      });
      query.addResourceDependency(this.workGroup);
      query.addResourceDependency(this.database);
    }
  }
}

/** https://docs.aws.amazon.com/athena/latest/ug/partition-projection-supported-types.html */
function projectionOf(location: string, since: string): Record<string, string> {
  return {
    'projection.enabled': 'true',
    'projection.month.type': 'date',
    'projection.month.format': 'yyyy-MM',
    'projection.month.interval': '1',
    'projection.month.interval.unit': 'MONTHS',
    'projection.month.range': `${since},NOW`,
    'storage.location.template': `${location}month=\${month}/`,
  };
}

function pascal(name: string): string {
  return name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
