import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';

type Fields = Record<string, unknown>;

/** One JSON line. The message is static; values are fields. Never a whole event, body or environment. */
export const log = {
  info: (message: string, fields: Fields = {}) => write('INFO', message, fields),
  warn: (message: string, fields: Fields = {}) => write('WARN', message, fields),
  error: (message: string, fields: Fields = {}) => write('ERROR', message, fields),
};

/** What of an error may be logged: its name, its static message and its fields; of its cause only the name. */
export function errorFields(error: unknown): Fields {
  if (!(error instanceof Error)) return { error: 'not an Error' };
  const fields = error instanceof PermanentError || error instanceof RetryLaterError ? error.fields : {};
  const cause = error.cause instanceof Error ? { cause: error.cause.name } : {};
  // A parser's message quotes the text it could not read, which may hold a secret.
  const reason = error instanceof SyntaxError ? 'a text could not be parsed' : error.message;
  return { ...fields, ...cause, error: error.name, reason };
}

function write(level: string, message: string, fields: Fields): void {
  process.stdout.write(`${JSON.stringify(Object.assign({ level, message }, fields, { level, message }))}\n`);
}
