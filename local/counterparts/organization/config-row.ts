import type { ConfigItem } from './config-item.ts';

/** What an advanced query can select; https://docs.aws.amazon.com/config/latest/developerguide/query-components.html */
export const ROW_PROPERTIES = [
  'accountId',
  'arn',
  'availabilityZone',
  'awsRegion',
  'configuration',
  'configurationItemCaptureTime',
  'configurationItemStatus',
  'configurationStateId',
  'relationships',
  'resourceCreationTime',
  'resourceId',
  'resourceName',
  'resourceType',
  'supplementaryConfiguration',
  'tags',
  'version',
];

/** An item as advanced queries see it. Most of its fields are asked for seldom, so they are made when they are. */
export function configRow(item: ConfigItem): Record<string, unknown> {
  return {
    version: '1.3',
    accountId: item.account,
    awsRegion: item.isGlobal ? 'global' : item.region,
    resourceType: item.type,
    resourceId: item.id,
    resourceName: item.name,
    arn: item.arn,
    availabilityZone: 'Not Applicable',
    configurationItemStatus: 'OK',
    configuration: item.configuration,
    relationships: [],
    supplementaryConfiguration: {},
    get configurationStateId() {
      return String(item.changedAt);
    },
    get configurationItemCaptureTime() {
      return new Date(item.changedAt).toISOString();
    },
    get resourceCreationTime() {
      return item.createdAt === undefined ? undefined : new Date(item.createdAt).toISOString();
    },
    get tags() {
      return Object.entries(item.tags).map(([key, value]) => ({ key, value, tag: `${key}=${value}` }));
    },
  };
}
