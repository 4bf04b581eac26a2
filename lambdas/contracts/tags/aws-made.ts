/** What tells who made a resource. `configuration`: as far as AWS Config gave it. */
export type MadeResource = {
  type: string;
  id: string;
  name?: string | undefined;
  arn?: string | undefined;
  tags: Record<string, string>;
  configuration?: Record<string, unknown> | undefined;
};

/**
 * Fields of a configuration that an advanced query must select so that `isAwsMade` can see them. AWS Config refuses a
 * query that names a field outside its published schema, as `operator` of EC2 is.
 * https://github.com/awslabs/aws-config-resource-schema
 */
export const MADE_FIELDS = [
  'configuration.isDefault',
  'configuration.defaultForAz',
  'configuration.groupName',
  'configuration.requesterManaged',
  'configuration.path',
  'configuration.keyManager',
];

/** Tags that AWS's services put on what they make for themselves; nobody else can set a key that begins with `aws:`. */
const SERVICE_TAGS = [
  'aws:backup:source-resource',
  'aws:elasticfilesystem:default-backup',
  'aws:cloud9:environment',
  'aws:secretsmanager:owningService',
];
const SERVICE_PATHS = ['/aws-service-role/', '/aws-reserved/'];
/** Names that only AWS's services give: Control Tower's, and those of the quick set-ups of the console. */
const SERVICE_NAMES = /^(?:aws-?controltower|stackset-awscontroltower|awsservicerole|awsreservedsso_)/i;
const SERVICE_LINKED_LOGS = /^\/aws\/(?:controltower|ssm\/automation)/i;

/** Whether AWS made a resource by itself, so that nobody could have tagged it. In doubt it was made by people. */
export function isAwsMade({
  type,
  id,
  name = '',
  arn = '',
  tags,
  configuration = {},
}: MadeResource): boolean {
  if (SERVICE_TAGS.some((key) => Object.hasOwn(tags, key))) return true;
  if (isOn(configuration['requesterManaged']) || textOf(configuration['keyManager']) === 'AWS') return true;
  if (SERVICE_PATHS.some((path) => textOf(configuration['path']).startsWith(path) || arn.includes(path)))
    return true;
  if (SERVICE_NAMES.test(name) || SERVICE_NAMES.test(id) || SERVICE_LINKED_LOGS.test(name)) return true;
  return isDefaultNetwork(type, name, configuration);
}

/** Every account is born with these in each Region. */
function isDefaultNetwork(type: string, name: string, configuration: Record<string, unknown>): boolean {
  if (type === 'AWS::EC2::VPC' || type === 'AWS::EC2::NetworkAcl') return isOn(configuration['isDefault']);
  if (type === 'AWS::EC2::Subnet') return isOn(configuration['defaultForAz']);
  // Every VPC has one of this name, which can be neither made nor deleted.
  if (type === 'AWS::EC2::SecurityGroup')
    return [name, textOf(configuration['groupName'])].includes('default');
  return false;
}

function isOn(value: unknown): boolean {
  return value === true || value === 'true';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
