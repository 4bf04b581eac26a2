import { randomUUID } from 'node:crypto';
import type { BusEvent } from '#local/bus/bus-event.ts';
import type { ConfigRule } from '#local/estate.ts';
import type { Compliance } from './compliance.ts';

/** Of one rule about one resource; moments are milliseconds since 1970. */
export type Evaluation = {
  compliance: Compliance;
  /** When AWS Config captured the item that was looked at. */
  capturedAt: number;
  invokedAt: number;
};

const RECORDED_AFTER = 320;

/** What AWS Config says when a rule's verdict on a resource is the first one, or another one than before. */
export function complianceEvent(
  rule: ConfigRule,
  resource: { type: string; id: string },
  now: Evaluation,
  before?: Evaluation,
): BusEvent {
  const resultOf = ({ compliance, capturedAt, invokedAt }: Evaluation) => ({
    evaluationResultIdentifier: {
      evaluationResultQualifier: {
        configRuleName: rule.name,
        resourceType: resource.type,
        resourceId: resource.id,
        evaluationMode: 'DETECTIVE',
      },
      orderingTimestamp: iso(capturedAt),
    },
    complianceType: compliance,
    resultRecordedTime: iso(invokedAt + RECORDED_AFTER),
    configRuleInvokedTime: iso(invokedAt),
  });
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Config Rules Compliance Change',
    source: 'aws.config',
    account: rule.account,
    time: `${iso(now.invokedAt).slice(0, 19)}Z`,
    region: rule.region,
    resources: [],
    detail: {
      resourceId: resource.id,
      awsRegion: rule.region,
      awsAccountId: rule.account,
      configRuleName: rule.name,
      recordVersion: '1.0',
      configRuleARN: rule.arn,
      messageType: 'ComplianceChangeNotification',
      newEvaluationResult: resultOf(now),
      ...(before ? { oldEvaluationResult: resultOf(before) } : {}),
      notificationCreationTime: iso(now.invokedAt + 2 * RECORDED_AFTER),
      resourceType: resource.type,
    },
  };
}

const iso = (at: number) => new Date(at).toISOString();
