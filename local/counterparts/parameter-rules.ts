import { AwsError } from '#local/proxy/aws-call.ts';

export type ParameterType = 'String' | 'StringList' | 'SecureString';

const MAXIMUM_VALUE_BYTES = 4096;
const MAXIMUM_NAME = 1011;
const MAXIMUM_LEVELS = 15;
const MAXIMUM_BATCH = 10;

const invalid = (message: string) => new AwsError('ValidationException', message);

export function requiredString(input: Record<string, unknown>, key: string): string {
  const value = input[key];
  if (typeof value !== 'string' || value === '')
    throw invalid(`${key} must be a string of at least one character`);
  return value;
}

/** The names of a GetParameters call: 1 to 10, none twice. */
export function batchOfNames(names: unknown): string[] {
  const isBatch = Array.isArray(names) && names.length > 0 && names.length <= MAXIMUM_BATCH;
  if (!isBatch || !names.every((name) => typeof name === 'string'))
    throw invalid(`Names must hold 1 to ${MAXIMUM_BATCH} strings`);
  if (new Set(names).size < names.length) throw invalid('Names must not repeat');
  return names;
}

/** https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html */
export function refuseBadName(name: string): void {
  if (name.length > MAXIMUM_NAME) throw invalid(`A name has at most ${MAXIMUM_NAME} characters`);
  if (!/^[\w.\-/]+$/.test(name)) throw invalid('A name holds only letters, digits and . - _ /');
  if (name.includes('/') && !name.startsWith('/'))
    throw invalid('A name with levels must be fully qualified');
  if (/\/\/|\/$/.test(name)) throw invalid('A level of a name must not be empty');
  if (/^\/?(aws|ssm)/i.test(name)) throw invalid('A name must not start with aws or ssm');
  if (name.split('/').length - 1 > MAXIMUM_LEVELS)
    throw new AwsError('HierarchyLevelLimitExceededException', `A name has at most ${MAXIMUM_LEVELS} levels`);
}

export function refuseLongValue(value: string): void {
  if (Buffer.byteLength(value) > MAXIMUM_VALUE_BYTES)
    throw invalid(`A standard parameter holds at most ${MAXIMUM_VALUE_BYTES} bytes`);
}

/** The type asked for, else the one the parameter has. */
export function parameterType(requested: unknown, existing: ParameterType | undefined): ParameterType {
  if (requested === 'String' || requested === 'StringList' || requested === 'SecureString') return requested;
  if (requested !== undefined) throw new AwsError('UnsupportedParameterType', 'The type is not known');
  if (!existing) throw invalid('A new parameter needs a type');
  return existing;
}
