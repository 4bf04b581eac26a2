import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { DUE_INDEX, OPEN_INDEX, OWED_INDEX } from '#lambdas/contracts/ledger.ts';

/** The table of alerts. It outlives the stack: receipts point at messages that people still see. */
export class LedgerTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'alert', type: AttributeType.STRING },
      sortKey: { name: 'row', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.DEFAULT,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      timeToLiveAttribute: 'expiresAt',
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const [index, time] of [
      [DUE_INDEX, 'dueAt'],
      [OWED_INDEX, 'owedAt'],
    ] as const) {
      this.table.addGlobalSecondaryIndex({
        indexName: index,
        partitionKey: { name: index, type: AttributeType.STRING },
        sortKey: { name: time, type: AttributeType.NUMBER },
        // Keys only: a change of a head that leaves its moment as it is writes no index.
        ...(index === DUE_INDEX
          ? { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: ['scope'] }
          : { projectionType: ProjectionType.KEYS_ONLY }),
      });
    }
    this.table.addGlobalSecondaryIndex({
      indexName: OPEN_INDEX,
      partitionKey: { name: 'openScope', type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    });
  }
}
