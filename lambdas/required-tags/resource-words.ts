import { globalRegionOf, partitionOf } from '#lambdas/contracts/regions.ts';
import type { TagFinding } from '#lambdas/contracts/tags/tag-finding.ts';
import { consoleHost } from '#lambdas/runtime/console-host.ts';

type Named = Pick<TagFinding, 'type' | 'id' | 'name' | 'arn'>;

/** `S3 Bucket`, of `AWS::S3::Bucket`. */
function typeWord(type: string): string {
  const [, service = '', kind = ''] = type.split('::');
  const word = kind.replaceAll(/([a-z])([A-Z])/g, '$1 $2');
  return service ? `${service} ${word}` : type;
}

/** What people call it: its name, else its id, of an ARN the last part. */
export function nameOf({ id, name }: Pick<Named, 'id' | 'name'>): string {
  return name || (id.startsWith('arn:') ? id.split(':').slice(5).join(':') : id) || '(no id)';
}

/** `S3 Bucket my-logs` */
export function titleOf(one: Named): string {
  return `${typeWord(one.type)} ${nameOf(one)}`;
}

/** The page of AWS Config on a resource: what it is, and all its tags. */
export function configUrlOf(
  { region, type, id }: Pick<TagFinding, 'region' | 'type' | 'id'>,
  home: string,
): string {
  const where = region === 'global' ? globalRegionOf(home) : region;
  const query = `resourceId=${encoded(id)}&resourceType=${encoded(type)}`;
  return `https://${where}.${consoleHost(partitionOf(where))}/config/home?region=${where}#/resources/details?${query}`;
}

/** The page of a stack, by its name. */
export function stackUrlOf(region: string, stack: string, home: string): string {
  const where = region === 'global' ? globalRegionOf(home) : region;
  const query = `filteringText=${encoded(stack)}&filteringStatus=active&viewNested=true`;
  return `https://${where}.${consoleHost(partitionOf(where))}/cloudformation/home?region=${where}#/stacks?${query}`;
}

/** Half a surrogate pair would be a URIError. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
