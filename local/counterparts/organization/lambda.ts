import type { AwsAnswer, AwsBackend } from '#local/proxy/aws-call.ts';
import type { Organization } from './acting-account.ts';
import { restOperation } from './rest-operation.ts';

const GIBIBYTE = 1024 ** 3;
const MEBIBYTE = 1024 ** 2;

/** What AWS gives an account in a Region unless it was asked for more; new accounts begin with ten. */
const DEFAULT_CONCURRENCY = 1000;

/** Lambda as far as it is asked: how many functions of an account may run at a time. */
export function lambdaBackend({ world, identities }: Organization): AwsBackend {
  return async ({ operation, accessKeyId, region }) => {
    if (restOperation(operation) !== 'GetAccountSettings') return notEmulated(operation);
    const isHub = identities.find(accessKeyId).accountId === world.hubAccount && region === world.homeRegion;
    const concurrency = isHub ? world.concurrentExecutions : DEFAULT_CONCURRENCY;
    return answer(200, {
      AccountLimit: {
        TotalCodeSize: 75 * GIBIBYTE,
        CodeSizeUnzipped: 250 * MEBIBYTE,
        CodeSizeZipped: 50 * MEBIBYTE,
        ConcurrentExecutions: concurrency,
        UnreservedConcurrentExecutions: concurrency,
      },
      AccountUsage: { TotalCodeSize: 0, FunctionCount: 0 },
    });
  };
}

const notEmulated = (operation: string) =>
  answer(404, { __type: 'UnknownOperationException', message: `${operation} is not emulated` });

function answer(status: number, body: unknown): AwsAnswer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
