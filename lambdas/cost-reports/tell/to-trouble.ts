import type { Observation } from '#lambdas/contracts/observation.ts';
import type { TroubleKind } from '#lambdas/cost-reports/cost-state.ts';
import { addMonths, firstDayOf, monthOf } from '#lambdas/cost-reports/periods.ts';

type Words = Pick<Observation, 'severity' | 'title' | 'summary' | 'actions'>;

const DOCTOR = { id: 'doctor', label: 'Find out what is missing', command: 'npm run reeve -- doctor' };

const WORDS: Record<TroubleKind, Words> = {
  access: {
    severity: 'error',
    title: 'Cost Explorer may not be read',
    summary: 'Until it may, there are no new reports of costs and no digest.',
    actions: [DOCTOR],
  },
  cap: {
    severity: 'warning',
    title: 'Cost reports are at their cap of billed requests',
    summary: 'What was left of the run stays as it was. The next month has a count of its own.',
    actions: [
      { id: 'plan', label: 'See what runs cost', command: 'npm run reeve -- cost plan' },
      { id: 'raise', label: 'Allow more', command: 'costs: { caps } in reeve.config.ts, then deploy' },
    ],
  },
  nothing: {
    severity: 'warning',
    title: 'Cost Explorer has no costs to report',
    summary: 'There are no new reports of costs and no digest until it has.',
    actions: [DOCTOR],
  },
};

export type Trouble = {
  kind: TroubleKind;
  /** What the source said; absent where a run works again. */
  reason?: string;
  /** When the run was due, ISO 8601. */
  at: string;
  /** Whose costs cannot be read. */
  account: string;
};

/** One alert for each kind of trouble: open from the run that met it to the one that works again. */
export function toTrouble({ kind, reason, at, account }: Trouble): Observation {
  const key = `cost/${kind}`;
  const { summary, ...words } = WORDS[kind];
  const isOpen = reason !== undefined;
  const nextMonth = `${firstDayOf(addMonths(monthOf(at), 1))}T00:00:00.000Z`;
  return {
    kind: 'observation',
    key,
    scope: key,
    source: 'cost',
    part: {
      id: 'all',
      account,
      resources: [],
      status: isOpen ? 'open' : 'resolved',
      orderedBy: [['runAt', Date.parse(at)]],
    },
    ...words,
    summary: isOpen ? `${reason}\n${summary}` : 'A run of the cost reports worked again.',
    actions: isOpen ? words.actions : [],
    facts: [],
    links: [],
    labels: { service: ['Cost Explorer'] },
    remindAt: [],
    ...(isOpen && kind === 'cap' ? { resolvesAt: nextMonth } : {}),
    related: [],
    ...(isOpen ? {} : { entry: 'A run worked again.' }),
  };
}
