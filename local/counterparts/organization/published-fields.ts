/**
 * Fields of configurations that advanced queries may name, of those that AWS publishes for some type or other: as many
 * as anything here asks for. AWS Config refuses what it has not published, though its items have it.
 * https://github.com/awslabs/aws-config-resource-schema
 */
export const PUBLISHED_FIELDS = [
  'configuration.attachment.deleteOnTermination',
  'configuration.defaultForAz',
  'configuration.groupName',
  'configuration.isDefault',
  'configuration.keyManager',
  'configuration.path',
  'configuration.requesterManaged',
  'configuration.state.value',
];
