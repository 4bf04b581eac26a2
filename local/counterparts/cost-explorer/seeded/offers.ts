/** What accounts of seeded ledgers buy of AWS. */
export type Offer = {
  service: string;
  usageType: string;
  operation: string;
  unit: string;
  /** Of a day, in dollars. */
  usual: number;
  /** Dollars of a unit. */
  price: number;
  instanceType?: string;
  /** Not of a Region. */
  isGlobal: boolean;
  paidBy?: 'plan' | 'reservation';
  /** On so many days of ten. */
  daysOfTen: number;
};

const CATALOG = `
Amazon Elastic Compute Cloud - Compute | BoxUsage:m7g.large | RunInstances | Hrs | 18.6 | 0.0978 | plan
Amazon Elastic Compute Cloud - Compute | BoxUsage:c7g.xlarge | RunInstances | Hrs | 41.3 | 0.1658 | plan
Amazon Elastic Compute Cloud - Compute | BoxUsage:t3.medium | RunInstances | Hrs | 3.1 | 0.048
Amazon Elastic Compute Cloud - Compute | BoxUsage:r6i.large | RunInstances | Hrs | 7.3 | 0.152 | reservation
EC2 - Other | EBS:VolumeUsage.gp3 | CreateVolume-Gp3 | GB-Mo | 6.2 | 0.0952
EC2 - Other | NatGateway-Bytes | NatGateway | GB | 4.4 | 0.052
Amazon Relational Database Service | InstanceUsage:db.r6g.large | CreateDBInstance:0014 | Hrs | 12.7 | 0.265 | reservation
Amazon Relational Database Service | RDS:GP3-Storage | CreateDBInstance:0014 | GB-Mo | 2.9 | 0.137
Amazon Simple Storage Service | TimedStorage-ByteHrs | StandardStorage | GB-Mo | 5.8 | 0.0245
AWS Lambda | Lambda-GB-Second-ARM | Invoke | Lambda-GB-Second | 0.9 | 0.0000133334 | plan
Amazon Elastic Container Service | Fargate-ARM-vCPU-Hours:perCPU | FargateTask | vCPU-Hours | 9.4 | 0.03725 | plan
Amazon DynamoDB | WriteRequestUnits | PayPerRequestThroughput | WriteRequestUnits | 1.7 | 0.000000762
AmazonCloudWatch | DataProcessing-Bytes | PutLogEvents | GB | 3.6 | 0.63
AWS Key Management Service | KMS-Keys | Unknown | Keys | 0.2 | 1
AWS Config | ConfigurationItemRecorded | None | ConfigurationItemRecorded | 0.7 | 0.003
AWS Cost Explorer | APIRequest | GetCostAndUsage | Requests | 0.04 | 0.01 | global
Amazon Route 53 | HostedZone | HostedZone | HostedZone | 0.5 | 0.5 | global 1/10
Amazon CloudFront | DataTransfer-Out-Bytes | GET | GB | 3.3 | 0.085 | global
AWS Glue | ETL-DPU-Hour | Jobrun | DPU-Hour | 2.2 | 0.44 | 3/10
Amazon Bedrock | Output-Tokens | InvokeModel | 1K tokens | 8.5 | 0.015 | 6/10
Amazon Athena | DataScannedInTB | Query | Terabytes | 0.3 | 5 | 4/10
AWS Secrets Manager | Secrets | Unknown | Secrets | 0.1 | 0.4
`;

export const OFFERS: readonly Offer[] = CATALOG.trim().split('\n').map(toOffer);

function toOffer(line: string): Offer {
  const [service = '', usageType = '', operation = '', unit = '', ...rest] = line.split(' | ');
  const [usual, price, notes = ''] = rest;
  const instanceType = /^(?:BoxUsage|InstanceUsage):(.+)$/.exec(usageType)?.[1];
  const paidBy = /plan|reservation/.exec(notes)?.[0] as Offer['paidBy'];
  return {
    service,
    usageType,
    operation,
    unit,
    usual: Number(usual),
    price: Number(price),
    isGlobal: notes.includes('global'),
    daysOfTen: Number(/(\d)\/10/.exec(notes)?.[1] ?? 10),
    ...(instanceType ? { instanceType } : {}),
    ...(paidBy ? { paidBy } : {}),
  };
}
