import type { InternetAnswer } from '../internet-request.ts';

const DOCS = 'https://docs.github.com/rest';

/** One field that GitHub does not take. */
export type FieldError = {
  resource: 'Issue' | 'IssueComment' | 'Label';
  field: string;
  code: string;
  message?: string;
};

export function answer(status: number, body: unknown, headers: Record<string, string> = {}): InternetAnswer {
  const type: Record<string, string> =
    status === 204 ? {} : { 'content-type': 'application/json; charset=utf-8' };
  return { status, headers: { ...type, ...headers }, body: status === 204 ? '' : JSON.stringify(body) };
}

/** An error as GitHub words it: a message, a link to the documentation, the status as text. */
export function refusal(
  status: number,
  message: string,
  headers: Record<string, string> = {},
): InternetAnswer {
  return answer(status, { message, documentation_url: DOCS, status: String(status) }, headers);
}

export function invalid(errors: FieldError[]): InternetAnswer {
  const body = { message: 'Validation Failed', errors, documentation_url: DOCS, status: '422' };
  return answer(422, body);
}

export const notFound = () => refusal(404, 'Not Found');
