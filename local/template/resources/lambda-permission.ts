import { findFunction } from '../find-function.ts';
import type { ResourceReader } from '../resource.ts';

/** AWS::Lambda::Permission: who may invoke a function. */
export const readPermission: ResourceReader = ({ properties, afterAll }, estate) => {
  const permission = {
    action: properties.string('Action'),
    principal: properties.string('Principal'),
    sourceArn: properties.optionalString('SourceArn'),
    urlAuthType: properties.optionalString('FunctionUrlAuthType'),
    ...(properties.boolean('InvokedViaFunctionUrl') ? { ofUrls: true as const } : {}),
  };
  afterAll(() => {
    estate.permissions.push({ ...permission, functionArn: findFunction(properties, estate).arn });
  });
};
