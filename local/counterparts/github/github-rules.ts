import type { FieldError } from './github-answer.ts';

/** Characters; a longer text is refused as a whole. */
const LONGEST_BODY = 65_536;
const LONGEST_TITLE = 256;
const LONGEST_LABEL = 50;
const REASONS = ['completed', 'not_planned', 'duplicate', 'reopened'];

type Fields = Record<string, unknown>;

/** What is wrong with the fields of a new or changed issue. */
export function issueErrors(fields: Fields, isNew: boolean): FieldError[] {
  const { title, body, state, state_reason: reason, labels } = fields;
  const resource = 'Issue' as const;
  const errors: FieldError[] = [];
  if (isNew && (title === undefined || title === ''))
    errors.push({ resource, field: 'title', code: 'missing_field' });
  if (typeof title === 'string' && countOf(title) > LONGEST_TITLE)
    errors.push({
      resource,
      field: 'title',
      code: 'custom',
      message: 'title is too long (maximum is 256 characters)',
    });
  if (typeof body === 'string' && countOf(body) > LONGEST_BODY) errors.push(tooLong(resource));
  if (state !== undefined && state !== 'open' && state !== 'closed')
    errors.push({ resource, field: 'state', code: 'invalid' });
  if (reason !== undefined && reason !== null && !REASONS.includes(textOf(reason)))
    errors.push({ resource, field: 'state_reason', code: 'invalid' });
  if (Array.isArray(labels)) errors.push(...labelErrors(labels));
  return errors;
}

export function commentErrors({ body }: Fields): FieldError[] {
  const resource = 'IssueComment' as const;
  if (typeof body !== 'string' || body.trim() === '')
    return [{ resource, field: 'body', code: 'missing_field' }];
  return countOf(body) > LONGEST_BODY ? [tooLong(resource)] : [];
}

export function labelErrors(labels: unknown[]): FieldError[] {
  return labels
    .filter((name) => typeof name !== 'string' || name === '' || name.length > LONGEST_LABEL)
    .map(() => ({ resource: 'Label' as const, field: 'name', code: 'invalid' }));
}

function tooLong(resource: FieldError['resource']): FieldError {
  const message = `Body is too long (maximum is ${LONGEST_BODY} characters)`;
  return { resource, field: 'data', code: 'unprocessable', message };
}

/** Characters as GitHub counts them: an emoji of two halves is one. */
const countOf = (text: string) => Array.from(text).length;

/** A field of a request that should be text. */
export const textOf = (field: unknown) => (typeof field === 'string' ? field : '');
