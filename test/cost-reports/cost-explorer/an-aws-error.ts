/** What the SDK throws for an answer of AWS that is none; `null`: nothing was answered. */
export function anAwsError(name: string, message = 'A refusal', status: number | null = 400): Error {
  const $metadata = status === null ? {} : { httpStatusCode: status };
  return Object.assign(new Error(message), { name, $metadata });
}
