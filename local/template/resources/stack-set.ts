import type { ResourceReader } from '../resource.ts';
import { parseTemplate } from '../template.ts';

const BY_ORGANIZATION = 'SERVICE_MANAGED';

/** AWS::CloudFormation::StackSet with its template inline: a stack in each member account and Region. */
export const readStackSet: ResourceReader = ({ name, scope, logicalId, properties, deployToMembers }) => {
  properties.optionalString('StackSetName');
  const permissionModel = properties.string('PermissionModel');
  if (permissionModel !== BY_ORGANIZATION) {
    throw properties.refusal('PermissionModel', `${permissionModel} is not emulated: use ${BY_ORGANIZATION}`);
  }
  const origin = `TemplateBody of ${logicalId}`;
  const template = parseTemplate(scope.stackName, properties.string('TemplateBody'), origin);
  for (const group of properties.objects('StackInstancesGroup')) {
    group.object('DeploymentTargets');
    deployToMembers({ name, template, regions: group.strings('Regions') });
  }
};
