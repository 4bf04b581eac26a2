/** What AWS asks for so many units. */
export type Price = { dollars: string; per: number; unit: string };

/**
 * AWS's public price list of us-east-1, November 2026, on demand. What the free tier gives is not taken off.
 * https://aws.amazon.com/lambda/pricing/ (arm64), /eventbridge/pricing/, /sqs/pricing/, /dynamodb/pricing/,
 * /cloudwatch/pricing/, /kms/pricing/, /s3/pricing/, /config/pricing/, /aws-cost-management/aws-cost-explorer/pricing/
 */
export const PRICES = {
  alarm: { dollars: '0.10', per: 1, unit: 'alarm' },
  customMetric: { dollars: '0.30', per: 730, unit: 'metric-hours' },
  functionRequests: { dollars: '0.20', per: 1_000_000, unit: 'requests' },
  functionTime: { dollars: '0.0000133334', per: 1, unit: 'GB-second' },
  queueRequests: { dollars: '0.40', per: 1_000_000, unit: 'requests' },
  fifoRequests: { dollars: '0.50', per: 1_000_000, unit: 'requests' },
  tableWrites: { dollars: '0.625', per: 1_000_000, unit: 'write units' },
  tableReads: { dollars: '0.125', per: 1_000_000, unit: 'read units' },
  tableStorage: { dollars: '0.25', per: 1000, unit: 'MB' },
  tableBackup: { dollars: '0.20', per: 1000, unit: 'MB' },
  events: { dollars: '1.00', per: 1_000_000, unit: 'events' },
  scheduledRuns: { dollars: '1.00', per: 1_000_000, unit: 'runs' },
  logsWritten: { dollars: '0.50', per: 1000, unit: 'MB' },
  logsKept: { dollars: '0.03', per: 1000, unit: 'MB' },
  costRequests: { dollars: '0.01', per: 1, unit: 'request' },
  filesWritten: { dollars: '5.00', per: 1_000_000, unit: 'files' },
  filesKept: { dollars: '0.023', per: 1000, unit: 'MB' },
  evaluations: { dollars: '0.001', per: 1, unit: 'evaluation' },
  evaluationsAbove100000: { dollars: '0.0008', per: 1, unit: 'evaluation' },
  evaluationsAbove500000: { dollars: '0.0005', per: 1, unit: 'evaluation' },
  decryptions: { dollars: '0.03', per: 10_000, unit: 'requests' },
} satisfies Record<string, Price>;
export type PriceName = keyof typeof PRICES;
