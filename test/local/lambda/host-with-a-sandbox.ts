import { Clock } from '#local/clock.ts';
import { createLambdaHost } from '#local/lambda/lambda-host.ts';

// A process of its own for a test that kills it: runs the function of the given folder.
const nowhere = 'http://127.0.0.1:9';
const host = createLambdaHost({
  functions: [
    {
      logicalId: 'F',
      name: 'f',
      arn: 'arn:aws:lambda:eu-west-1:000000000000:function:f',
      roleArn: 'arn:aws:iam::000000000000:role/f',
      codeDirectory: process.argv[2] ?? '',
      handler: 'index.handler',
      environment: {},
      timeoutSeconds: 60,
      memoryMegabytes: 128,
      logGroup: '/aws/lambda/f',
      maximumRetryAttempts: 2,
    },
  ],
  clock: new Clock(),
  proxyUrl: nowhere,
  egressUrl: nowhere,
  registerCaller: () => undefined,
});
await host.invoke('f', {});
