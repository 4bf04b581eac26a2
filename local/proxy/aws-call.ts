/** One request of an AWS SDK, as the recording proxy saw it. */
export type AwsCall = {
  id: number;
  /** Endpoint prefix from the signature's scope: `dynamodb`, `sqs`, `ssm`, `events` … */
  service: string;
  /** `GetItem`, `SendMessageBatch` … */
  operation: string;
  region: string;
  /** The access key id that signed it: each sandbox has its own. */
  accessKeyId: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Buffer;
};

export type AwsAnswer = { status: number; headers: Record<string, string>; body: Buffer | string };

/** Serves one AWS service: a counterpart in this process, or a forwarder to an emulator. */
export type AwsBackend = (call: AwsCall) => Promise<AwsAnswer>;

/** An error as AWS's JSON protocols send it: `__type` is the exception's name. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.name = code;
    this.code = code;
    this.status = status;
  }
}

type Operation = (input: Record<string, unknown>, call: AwsCall) => unknown;

/** A backend for the awsJson protocols from a map of operations; what is not in the map is refused. */
export function awsJsonBackend(operations: Record<string, Operation>): AwsBackend {
  return async (call) => {
    try {
      const operation = operations[call.operation];
      if (!operation) throw new AwsError('UnknownOperationException', `${call.operation} is not emulated`);
      const input = JSON.parse(call.body.toString() || '{}') as Record<string, unknown>;
      return answer(200, (await operation(input, call)) ?? {});
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      return answer(error.status, { __type: error.code, message: error.message });
    }
  };
}

function answer(status: number, body: unknown): AwsAnswer {
  return { status, headers: { 'content-type': 'application/x-amz-json-1.0' }, body: JSON.stringify(body) };
}
