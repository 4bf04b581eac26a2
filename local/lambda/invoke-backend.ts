import type { Clock } from '#local/clock.ts';
import type { LambdaFunction } from '#local/estate.ts';
import { asynchronousInvocations } from '#local/lambda/asynchronous-invocations.ts';
import type { AwsBackend } from '#local/proxy/aws-call.ts';
import { invokeTarget, type TargetPorts } from '#local/scheduler/invoke-target.ts';

const INVOKE = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;

type Options = {
  functions: LambdaFunction[];
  clock: Clock;
  targets: TargetPorts;
  /** All else of Lambda. */
  others: AwsBackend | undefined;
};

/** Lambda's Invoke for whoever waits for no answer: the invocation type `Event`. */
export function invokeBackend({ functions, clock, targets, others }: Options): AwsBackend {
  const invokeLater = asynchronousInvocations({
    functions,
    clock,
    invoke: (targetArn, event) => invokeTarget({ targetArn }, JSON.stringify(event), targets),
    sendToDestination: (arn, body) => targets.sendMessage(arn, { body }),
  });
  return async (call) => {
    const name = INVOKE.exec(call.path)?.[1];
    if (name === undefined) return others ? others(call) : refusal(404, 'UnknownOperationException');
    const target = functions.find((one) => one.name === decodeURIComponent(name));
    if (!target) return refusal(404, 'ResourceNotFoundException');
    if (call.headers['x-amz-invocation-type'] !== 'Event')
      return refusal(400, 'InvalidParameterValueException');
    invokeLater(target.arn, JSON.parse(call.body.toString() || 'null'));
    return { status: 202, headers: {}, body: '' };
  };
}

function refusal(status: number, type: string) {
  const headers = { 'content-type': 'application/json', 'x-amzn-errortype': type };
  return { status, headers, body: JSON.stringify({ Type: 'User', message: `Not here: ${type}` }) };
}
