import type { ResourceReader } from '../resource.ts';

/** AWS::Lambda::Url: an address at which everybody reaches a function. */
export const readFunctionUrl: ResourceReader = ({ logicalId, name, properties, afterAll }, estate) => {
  const authType = properties.string('AuthType');
  if (authType !== 'NONE')
    throw properties.refusal('AuthType', `${authType} is not emulated: nobody signs here`);
  const invokeMode = properties.string('InvokeMode', 'BUFFERED');
  if (invokeMode !== 'BUFFERED') throw properties.refusal('InvokeMode', `${invokeMode} is not emulated`);
  const functionArn = properties.string('TargetFunctionArn');
  afterAll(() => {
    if (!estate.functions.some(({ arn }) => arn === functionArn))
      throw properties.refusal('TargetFunctionArn', `${functionArn} is no function of these stacks`);
    estate.urls.push({ logicalId, id: name, functionArn });
  });
};
