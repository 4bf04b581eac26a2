import { type AwsCall, AwsError } from '#local/proxy/aws-call.ts';
import type { Organization } from './acting-account.ts';
import { described } from './ecs-described.ts';
import { existing, namedCluster, pathOf } from './ecs-identifiers.ts';
import { type EcsPlace, ecsPlace } from './ecs-place.ts';
import { type EcsInput, invalidParameter, severalIn } from './ecs-rules.ts';

const DEPLOYMENTS = { most: 20, none: 'serviceDeploymentArns', many: 'serviceDeploymentArns' };

/**
 * Service deployments, which have no names, only ARNs.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServiceDeployments.html
 */
export function ecsDeployments(organization: Organization) {
  return {
    DescribeServiceDeployments: (input: EcsInput, call: AwsCall) => {
      const place = ecsPlace(organization, call);
      const arns = severalIn(input['serviceDeploymentArns'], DEPLOYMENTS).map((arn) => ({
        path: pathOf('service-deployment', arn, place),
        arn: String(arn),
      }));
      return described('serviceDeployments', arns, ({ path, arn }) => deploymentAt(path, arn, place));
    },
  };
}

function deploymentAt(path: string[] | undefined, serviceDeploymentArn: string, place: EcsPlace) {
  if (!path) return undefined;
  const [ofCluster, ofService, id, ...more] = path;
  if (id === undefined || more.length > 0) throw invalidParameter('Service deployment Identifier is invalid');
  const cluster = existing(namedCluster(ofCluster, place));
  const service = cluster.services.find(({ name }) => name === ofService);
  if (!service) throw new AwsError('ServiceNotFoundException', 'Service not found.');
  const deployment = service.serviceDeployments?.find((candidate) => candidate.id === id);
  if (!deployment) return undefined;
  const { id: _, ...rest } = deployment;
  return {
    ...rest,
    serviceDeploymentArn,
    serviceArn: place.arnOf(`service/${cluster.name}/${service.name}`),
    clusterArn: place.arnOf(`cluster/${cluster.name}`),
  };
}
