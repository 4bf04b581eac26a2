import { UsageError } from '#bin/commands/command-line/errors.ts';
import type { CaseChoice } from '#bin/commands/support/choose-cases.ts';

/** Which cases a command is about; what is left out does not matter. */
export const caseFilters = {
  account: { type: 'string', value: 'ID', multiple: true, about: 'Of this account, by its id or name' },
  ou: { type: 'string', value: 'PATH', multiple: true, about: 'Of the accounts in this unit and below it' },
  owner: { type: 'string', value: 'NAME', multiple: true, about: 'Of the accounts of this owner' },
  from: { type: 'string', value: 'DAY', about: 'Opened on this day or later, YYYY-MM-DD in UTC' },
  to: { type: 'string', value: 'DAY', about: 'Opened on this day or before' },
  waiting: { type: 'boolean', about: 'Only those that wait for you' },
  status: { type: 'string', value: 'WORD', multiple: true, about: 'In this status, as AWS words it' },
  severity: { type: 'string', value: 'CODE', multiple: true, about: 'low, normal, high, urgent or critical' },
  service: { type: 'string', value: 'CODE', multiple: true, about: 'As the Support API names it' },
  subject: { type: 'string', value: 'TEXT', about: 'With this in the subject' },
} as const;

/** What was given for them. */
export type GivenFilters = {
  [Name in keyof typeof caseFilters]?:
    | ((typeof caseFilters)[Name] extends { type: 'boolean' }
        ? boolean
        : (typeof caseFilters)[Name] extends { multiple: true }
          ? string[]
          : string)
    | undefined;
};

/** The choice that was given; a day that is none is named. `open`: none that is resolved. */
export function readChoice(given: GivenFilters, open: boolean): CaseChoice {
  const { from, to, waiting = false, status = [], severity = [], service = [], subject } = given;
  for (const [name, day] of Object.entries({ from, to })) {
    if (day !== undefined && !isDay(day))
      throw new UsageError(`--${name} must be a day, such as 2026-11-23; it is in UTC.`);
  }
  if (from !== undefined && to !== undefined && from > to)
    throw new UsageError('--from must not be after --to.');
  return { open, from, to, waiting, status, severity, service, subject };
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
