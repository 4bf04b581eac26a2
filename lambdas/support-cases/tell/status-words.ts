import { plainText } from '#lambdas/support-cases/tell/plain-text.ts';

const STATUSES = new Map([
  ['opened', 'opened'],
  ['unassigned', 'not assigned yet'],
  ['work-in-progress', 'in progress at AWS'],
  ['pending-customer-action', 'waiting for us'],
  ['customer-action-completed', 'answered by us'],
  ['reopened', 'reopened'],
  ['resolved', 'resolved'],
]);
const LANGUAGES = new Map([
  ['zh', 'Chinese'],
  ['en', 'English'],
  ['ja', 'Japanese'],
  ['es', 'Spanish'],
  ['pt', 'Portuguese'],
  ['fr', 'French'],
  ['ko', 'Korean'],
  ['tr', 'Turkish'],
]);

/** A status for people; one that is not known in AWS's own words. */
export function statusName(status: string): string {
  return STATUSES.get(status) ?? `“${plainText(status, 60)}”`;
}

/** Whether it is known what a status means. */
export function isKnownStatus(status: string): boolean {
  return STATUSES.has(status);
}

/** `Japanese`; a language that is not known by its code. */
export function languageName(code: string): string {
  return LANGUAGES.get(code) ?? plainText(code, 20);
}
