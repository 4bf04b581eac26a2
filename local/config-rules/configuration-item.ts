import type { ConfigItem } from '#local/counterparts/organization/config-item.ts';

/** A configuration item as rules get it: tags are a map here, and the ARN's name is in capitals. */
export function configurationItem(item: ConfigItem): Record<string, unknown> {
  return {
    version: '1.3',
    awsAccountId: item.account,
    awsRegion: item.isGlobal ? 'global' : item.region,
    resourceType: item.type,
    resourceId: item.id,
    resourceName: item.name ?? null,
    ARN: item.arn,
    availabilityZone: 'Not Applicable',
    configurationItemStatus: item.createdAt === item.changedAt ? 'ResourceDiscovered' : 'OK',
    configurationItemCaptureTime: new Date(item.changedAt).toISOString(),
    configurationStateId: item.changedAt,
    resourceCreationTime: item.createdAt === undefined ? null : new Date(item.createdAt).toISOString(),
    configuration: item.configuration ?? {},
    supplementaryConfiguration: {},
    relationships: [],
    tags: item.tags,
  };
}
