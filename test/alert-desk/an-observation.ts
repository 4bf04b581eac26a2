import { Observation } from '#lambdas/contracts/observation.ts';

type Overrides = Partial<Omit<Observation, 'part'>> & { part?: Partial<Observation['part']> };

/** An open observation of one account; `part` and all else as overridden. */
export function anObservation({ part, ...rest }: Overrides = {}): Observation {
  return Observation.parse({
    kind: 'observation',
    key: 'health/one',
    scope: 'health/one',
    source: 'health',
    severity: 'error',
    title: 'EC2: something happens',
    summary: 'First words.',
    facts: [],
    links: [],
    labels: { service: ['EC2'] },
    remindAt: [],
    related: [],
    actions: [],
    ...rest,
    part: {
      id: '111122223333',
      account: '111122223333',
      region: 'eu-west-1',
      resources: [],
      status: 'open',
      orderedBy: [
        ['lastUpdatedTime', 1_000],
        ['time', 1_000],
      ],
      ...part,
    },
  });
}
