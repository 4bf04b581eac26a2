import { AwsError } from '#local/proxy/aws-call.ts';
import type { EcsPlace } from './ecs-place.ts';
import { invalidParameter } from './ecs-rules.ts';
import type { WorldCluster } from './world-containers.ts';

const NAMES = {
  cluster: 'Cluster',
  service: 'Service',
  task: 'Task',
  'container-instance': 'Container instance',
  'task-definition': 'Task definition',
  'service-deployment': 'Service deployment',
};
const ARN = /^arn:aws[\w-]*:ecs:([^:]*):([^:]*):([\w-]+)\/(.+)$/;
const CLUSTER_NAME = /^[a-zA-Z0-9\-_]{1,255}$/;
const TASK_ID_LENGTHS = [32, 36];

export type InCluster = 'service' | 'task' | 'container-instance';

/** The cluster that an input is about, which may not be there. */
export type NamedCluster = { name: string; cluster?: WorldCluster };

/**
 * What an identifier says after its kind: `[name]` of a name or an older ARN, `[cluster, name]` of a newer ARN.
 * Nothing of what is another account's.
 */
export function pathOf(
  kind: keyof typeof NAMES,
  identifier: unknown,
  { account, region }: EcsPlace,
): string[] | undefined {
  if (typeof identifier !== 'string' || identifier === '')
    throw invalidParameter(`${NAMES[kind]} can not be blank.`);
  if (!identifier.startsWith('arn:')) return [identifier];
  const [, ofRegion, ofAccount, ofKind, path = ''] = ARN.exec(identifier) ?? [];
  if (ofKind !== kind) throw invalidParameter(`${NAMES[kind]} Identifier is invalid`);
  if (ofRegion !== region) throw invalidParameter('Invalid Region in ARN');
  return ofAccount === account ? path.split('/') : undefined;
}

/** Who names no cluster means the one called `default`. */
export function namedCluster(identifier: unknown, place: EcsPlace): NamedCluster {
  const path = pathOf('cluster', identifier ?? 'default', place);
  const name = path?.join('/') ?? String(identifier).replace(/^.*\//, '');
  if (!CLUSTER_NAME.test(name))
    throw invalidParameter(`Cluster must match ${CLUSTER_NAME.source}, but was ${name}`);
  const cluster = path && place.clusters.find((candidate) => candidate.name === name);
  return { name, ...(cluster ? { cluster } : {}) };
}

/** Refuses a cluster that is not there. */
export function existing({ cluster }: NamedCluster): WorldCluster {
  if (cluster) return cluster;
  throw new AwsError('ClusterNotFoundException', 'Cluster not found.');
}

/** The name or id of something in a cluster; an ARN that names another cluster is refused. */
export function nameInCluster(
  kind: InCluster,
  identifier: unknown,
  { name: cluster }: NamedCluster,
  place: EcsPlace,
): string | undefined {
  const path = pathOf(kind, identifier, place);
  if (!path) return undefined;
  const [first = '', second, ...more] = path;
  if (more.length > 0) throw invalidParameter(`${NAMES[kind]} Identifier is invalid`);
  if (second !== undefined && first !== cluster) {
    const message = `Invalid identifier: Identifier is for cluster ${first}. Your cluster is ${cluster}`;
    throw invalidParameter(message);
  }
  const name = second ?? first;
  if (kind === 'task' && !TASK_ID_LENGTHS.includes(name.length))
    throw invalidParameter(`taskId length should be one of [${TASK_ID_LENGTHS.join(',')}]`);
  return name;
}
