import { type AlternateContact, CONTACT_TYPES, type ContactType } from '#lambdas/contracts/directory.ts';
import { AwsError } from '#local/proxy/aws-call.ts';

type Rule = { longest: number; pattern?: RegExp };

// https://docs.aws.amazon.com/accounts/latest/reference/API_PutAlternateContact.html
const RULES: Record<'Name' | 'Title' | 'EmailAddress' | 'PhoneNumber', Rule> = {
  Name: { longest: 64 },
  Title: { longest: 50 },
  EmailAddress: { longest: 254, pattern: /^\s*[\w+=.#|!&-]+@[\w.-]+\.\w+\s*$/ },
  PhoneNumber: { longest: 25, pattern: /^[\s0-9()+-]+$/ },
};

/** The contact that a call wants to put. AWS takes the spaces around an address away, and those alone. */
export function contactIn(input: Record<string, unknown>): AlternateContact {
  return {
    name: fieldIn(input, 'Name'),
    title: fieldIn(input, 'Title'),
    email: fieldIn(input, 'EmailAddress').trim(),
    phone: fieldIn(input, 'PhoneNumber'),
  };
}

/** AWS answers an unknown type as if it were forbidden. */
export function contactTypeIn(
  { AlternateContactType }: Record<string, unknown>,
  caller: string,
  operation: string,
): ContactType {
  const type = CONTACT_TYPES.find((candidate) => candidate === AlternateContactType);
  if (!type) throw notAuthorized(caller, operation, 'You specified an invalid Alternate Contact type.');
  return type;
}

export function notAuthorized(caller: string, operation: string, reason: string): AwsError {
  const message = `User: ${caller} is not authorized to perform: account:${operation}`;
  return new AwsError('AccessDeniedException', reason ? `${message} (${reason})` : message, 403);
}

// A message never repeats what it refuses: these are people's names and numbers.
function fieldIn(input: Record<string, unknown>, field: keyof typeof RULES): string {
  const value = input[field];
  const { longest, pattern } = RULES[field];
  if (typeof value !== 'string' || value === '' || value.length > longest)
    throw new AwsError('ValidationException', `${field} must have 1 to ${longest} characters`);
  if (pattern && !pattern.test(value))
    throw new AwsError('ValidationException', `${field} does not match the pattern ${pattern.source}`);
  return value;
}
