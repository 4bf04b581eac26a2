import type { ResourceReader } from '../resource.ts';

/** AWS::Lambda::Function: its code is the folder of an asset of the assembly. */
export const readLambdaFunction: ResourceReader = ({ logicalId, name, arn, scope, properties }, estate) => {
  properties.optionalString('FunctionName');
  const runtime = properties.string('Runtime');
  if (!runtime.startsWith('nodejs')) throw properties.refusal('Runtime', `${runtime} does not run here`);
  const code = properties.object('Code');
  // Where the asset would be uploaded to.
  code.optionalString('S3Bucket');
  const codeDirectory = scope.assetDirectory(code.string('S3Key'));
  if (!codeDirectory)
    throw code.refusal('S3Key', 'is no folder of this assembly: use Code.fromAsset(folder)');
  estate.functions.push({
    logicalId,
    name,
    arn,
    roleArn: properties.string('Role'),
    codeDirectory,
    handler: properties.string('Handler'),
    environment: properties.object('Environment').stringMap('Variables'),
    timeoutSeconds: properties.number('Timeout', 3),
    memoryMegabytes: properties.number('MemorySize', 128),
    logGroup: properties.object('LoggingConfig').string('LogGroup', `/aws/lambda/${name}`),
    maximumRetryAttempts: 2,
    reservedConcurrency: properties.optionalNumber('ReservedConcurrentExecutions'),
  });
};
