import type { Purpose } from '../ledger/charge.ts';
import type { Question } from './question.ts';

type Dimension = { groups: boolean; of: (purpose: Purpose, question: Question) => string | undefined };

const grouping = (of: Dimension['of']): Dimension => ({ groups: true, of });
const filtering = (of: Dimension['of']): Dimension => ({ groups: false, of });

/** Dimensions of costs. REGION groups, though the documentation does not list it among those that do. */
export const DIMENSIONS: Record<string, Dimension> = {
  AZ: grouping(({ az }) => az ?? 'NoAZ'),
  INSTANCE_TYPE: grouping(({ instanceType }) => instanceType ?? 'NoInstanceType'),
  INVOICING_ENTITY: grouping(({ invoicingEntity }) => invoicingEntity ?? 'Amazon Web Services EMEA SARL'),
  LEGAL_ENTITY_NAME: grouping(({ legalEntity }) => legalEntity ?? 'Amazon Web Services EMEA SARL'),
  LINKED_ACCOUNT: grouping(({ account }) => account),
  OPERATION: grouping(({ operation }) => operation ?? 'NoOperation'),
  PLATFORM: grouping(({ platform }) => platform ?? 'NoPlatform'),
  PURCHASE_TYPE: grouping(({ purchaseType }) => purchaseType ?? 'No Purchase Type'),
  RECORD_TYPE: grouping(({ recordType }, { switches }) =>
    switches.spacedRecordTypes ? spaced(recordType) : recordType,
  ),
  REGION: grouping(({ region }) => region ?? 'NoRegion'),
  SERVICE: grouping(({ service }) => service),
  TENANCY: grouping(({ tenancy }) => tenancy ?? 'NoTenancy'),
  USAGE_TYPE: grouping(({ usageType }) => usageType ?? 'NoUsageType'),
  BILLING_ENTITY: filtering(() => 'AWS'),
  CACHE_ENGINE: filtering(() => undefined),
  DATABASE_ENGINE: filtering(() => undefined),
  DEPLOYMENT_OPTION: filtering(() => undefined),
  INSTANCE_FAMILY: filtering(({ instanceType }) => instanceType?.replace(/\..*/, '')),
  INSTANCE_TYPE_FAMILY: filtering(({ instanceType }) => instanceType?.replace(/\..*/, '')),
  OPERATING_SYSTEM: filtering(({ platform }) => platform),
  RESERVATION_ID: filtering(({ reservation }) => reservation),
  SAVINGS_PLANS_TYPE: filtering(() => undefined),
  SAVINGS_PLAN_ARN: filtering(() => undefined),
  SUBSCRIPTION_ID: filtering(({ reservation }) => reservation),
  USAGE_TYPE_GROUP: filtering(() => undefined),
};

/** `SavingsPlanNegation` as `Savings Plan Negation`. */
function spaced(recordType: string): string {
  return recordType.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ');
}

/** The value of a tag as far as Cost Explorer knows it: '' without one, and of tags that were never activated. */
export function tagOf({ tags }: Purpose, key: string, { switches }: Question): string {
  const isActive = switches.activeTags === 'all' || switches.activeTags.includes(key);
  return isActive ? (tags[key] ?? '') : '';
}
