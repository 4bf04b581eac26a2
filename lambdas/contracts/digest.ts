import type { Observation } from '#lambdas/contracts/observation.ts';

/** What each digest says of its own; all else of an observation it leaves empty. */
export type Digest = Pick<
  Observation,
  'key' | 'source' | 'severity' | 'title' | 'summary' | 'links' | 'actions'
> &
  Pick<Observation, 'attachments'> & { orderedBy: Observation['part']['orderedBy'] };

const KIND = 'digest';

/** A summary of many things as the desk takes it: about no account, and resolved from the start. */
export function toDigestObservation({ orderedBy, ...words }: Digest): Observation {
  return {
    kind: 'observation',
    scope: words.key,
    part: { id: 'all', resources: [], status: 'resolved', orderedBy },
    facts: [],
    labels: { kind: [KIND] },
    remindAt: [],
    related: [],
    ...words,
  };
}

/** A digest is told and has no life of its own, so that neither open nor resolved says anything. */
export function isDigest({ labels }: Pick<Observation, 'labels'>): boolean {
  return labels['kind']?.includes(KIND) ?? false;
}
