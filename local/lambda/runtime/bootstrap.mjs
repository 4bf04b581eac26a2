import { confineEgress } from './egress.mjs';
import { loadHandler } from './load-handler.mjs';
import { runtimeClient } from './runtime-client.mjs';
import { scaleTimers, shiftDate } from './shifted-date.mjs';

// What runs inside a sandbox, around the function: `node bootstrap.mjs EGRESS_URL CLOCK_OFFSET CLOCK_SPEED`.
const [egressUrl, clockOffset, clockSpeed] = process.argv.splice(2);
const { env, stdout, stderr } = process;

// The host holds the other end. No sandbox outlives it.
process.stdin.on('close', () => process.exit(1)).resume();
process.stdin.unref();

shiftDate(Number(clockOffset), Number(clockSpeed));
if (Number(clockSpeed) !== 1) scaleTimers();
confineEgress(egressUrl, env.AWS_ACCESS_KEY_ID);
const runtime = runtimeClient(env.AWS_LAMBDA_RUNTIME_API);

const handler = await loadHandler(env.LAMBDA_TASK_ROOT, env._HANDLER).catch(async (error) => {
  console.error('Init Error', error);
  await runtime.failInit(error);
  process.exit(1);
});

for (;;) {
  const { headers, text } = await runtime.next();
  const requestId = headers['lambda-runtime-aws-request-id'];
  env._X_AMZN_TRACE_ID = headers['lambda-runtime-trace-id'];
  shiftDate(Number(headers['x-reeve-clock-offset']), Number(clockSpeed));
  try {
    const result = await handler(JSON.parse(text), toContext(headers));
    const payload = JSON.stringify(result) ?? 'null';
    endLog(requestId);
    await runtime.respond(requestId, payload);
  } catch (error) {
    console.error('Invoke Error', error);
    endLog(requestId);
    await runtime.fail(requestId, error);
  }
}

function toContext(headers) {
  const deadline = Number(headers['lambda-runtime-deadline-ms']);
  return {
    functionName: env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: env.AWS_LAMBDA_FUNCTION_VERSION,
    memoryLimitInMB: env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: env.AWS_LAMBDA_LOG_STREAM_NAME,
    awsRequestId: headers['lambda-runtime-aws-request-id'],
    invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}

/** Tells the host that it has read all that this invocation wrote. */
function endLog(requestId) {
  const mark = `\0end ${requestId}\n`;
  stdout.write(mark);
  stderr.write(mark);
}
