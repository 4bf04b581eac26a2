/** A refusal of S3. `details` are further elements of its answer, `headers` further headers. */
export class S3Error extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: Record<string, string>;
  readonly headers: Record<string, string>;

  constructor(
    code: string,
    message: string,
    {
      status = 400,
      details = {},
      headers = {},
    }: { status?: number; details?: Record<string, string>; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.name = code;
    this.code = code;
    this.status = status;
    this.details = details;
    this.headers = headers;
  }
}

export function invalidArgument(name: string, value: string, message: string): S3Error {
  return new S3Error('InvalidArgument', message, { details: { ArgumentName: name, ArgumentValue: value } });
}

export function noSuchKey(key: string, headers: Record<string, string> = {}): S3Error {
  const options = { status: 404, details: { Key: key }, headers };
  return new S3Error('NoSuchKey', 'The specified key does not exist.', options);
}

export function preconditionFailed(condition: string): S3Error {
  const message = 'At least one of the pre-conditions you specified did not hold';
  return new S3Error('PreconditionFailed', message, { status: 412, details: { Condition: condition } });
}

/** What S3 has and this store has not; S3 itself says the same of headers that it does not know. */
export function notEmulated(what: string): S3Error {
  return new S3Error('NotImplemented', `${what} is not emulated`, { status: 501 });
}
