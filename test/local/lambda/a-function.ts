import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { LambdaFunction } from '#local/estate.ts';

/** A function whose module is `code`, in a folder of its own for as long as the test runs. */
export function aFunction(
  code: string,
  { file = 'index.mjs', ...given }: Partial<LambdaFunction> & { file?: string } = {},
): LambdaFunction {
  const codeDirectory = mkdtempSync(join(tmpdir(), 'a-function-'));
  onTestFinished(() => rmSync(codeDirectory, { recursive: true }));
  writeFileSync(join(codeDirectory, file), code);
  return {
    logicalId: 'AFunction',
    name: 'a-function',
    arn: 'arn:aws:lambda:eu-west-1:000000000000:function:a-function',
    roleArn: 'arn:aws:iam::000000000000:role/a-function',
    codeDirectory,
    handler: 'index.handler',
    environment: {},
    timeoutSeconds: 10,
    memoryMegabytes: 128,
    logGroup: '/aws/lambda/a-function',
    maximumRetryAttempts: 2,
    ...given,
  };
}
