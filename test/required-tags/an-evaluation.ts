import type { Account } from '#lambdas/contracts/settings.ts';
import { ruleNameOf } from '#lambdas/contracts/tags/tag-policy.ts';
import type { ComplianceEvent } from '#lambdas/required-tags/compliance-event.ts';
import type { Look, LookedAt } from '#lambdas/required-tags/look.ts';
import type { TagNews } from '#lambdas/required-tags/tag-news.ts';
import type { TagSettings } from '#lambdas/required-tags/tag-ports.ts';
import { aPolicy, BUCKET, OWNER, STAGE } from '#test/contracts/tags/a-policy.ts';

export const ACCOUNT: Account = { id: '111122223333', name: 'shop', ou: '/prod', owner: 'shop', tags: {} };
export const NOW = new Date('2026-11-22T10:00:00Z');
export const policy = aPolicy({ tags: [OWNER, STAGE] });

export const settings: TagSettings = {
  policy,
  engine: 'guard',
  ownerKey: 'Owner',
  owners: ['shop', 'payments'],
  accounts: [ACCOUNT],
  homeRegion: 'eu-central-1',
};

type Said = { id?: string; type?: string; at?: string; old?: string; rule?: string; account?: string };

/** What AWS Config sends, with the fields that are read. */
export function anEvaluation(complianceType: string, said: Said = {}): ComplianceEvent {
  const { id = 'logs', type = BUCKET, at = '2026-11-22T09:50:00.000Z', old, rule, account } = said;
  return {
    'detail-type': 'Config Rules Compliance Change',
    account: account ?? ACCOUNT.id,
    region: 'eu-west-1',
    time: '2026-11-22T09:50:40Z',
    detail: {
      resourceId: id,
      resourceType: type,
      awsRegion: 'eu-west-1',
      configRuleName: rule ?? ruleNameOf(policy, 1),
      newEvaluationResult: {
        complianceType,
        evaluationResultIdentifier: { orderingTimestamp: at },
        resultRecordedTime: '2026-11-22T09:50:30Z',
      },
      ...(old === undefined ? {} : { oldEvaluationResult: { complianceType: old } }),
    },
  };
}

export function someNews(over: Partial<TagNews> = {}): TagNews {
  return {
    account: ACCOUNT.id,
    region: 'eu-west-1',
    type: BUCKET,
    id: 'logs',
    askedIn: 'eu-west-1',
    at: Date.parse('2026-11-22T09:50:00Z'),
    evaluatedAt: Date.parse('2026-11-22T09:50:30Z'),
    says: 'violates',
    isRecheck: false,
    ...over,
  };
}

export function aLook(tags: Record<string, string>, over: Partial<LookedAt> = {}): Look {
  const resource = { name: 'logs', arn: 'arn:aws:s3:::logs', tags, configuration: {}, ...over };
  return { status: 'found', resource };
}
