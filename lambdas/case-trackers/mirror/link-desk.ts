import type { TrackerLink } from '#lambdas/contracts/support/tracker-link.ts';
import { BusyError } from '#lambdas/runtime/errors.ts';

/** Calls of one step take half of it at most; who has begun so long ago does not go on. */
const LEASE_MS = 120_000;

type Ports = { writeLink: (link: TrackerLink, before: number) => Promise<void>; now: () => Date };
type Begun = Omit<NonNullable<TrackerLink['begun']>, 'at'>;
export type LinkDesk = ReturnType<typeof linkDesk>;

/** The link of a case while it is worked on: each step is written down before and after. */
export function linkDesk(kept: TrackerLink, { writeLink, now }: Ports) {
  let link = kept;

  async function save(changes: Partial<TrackerLink>): Promise<void> {
    // Until all is delivered nobody may take the item for what was delivered last: that may be wanted again.
    const next = { ...link, seen: undefined, ...changes, version: link.version + 1 };
    await writeLink(next, link.version);
    link = next;
  }

  return {
    now: () => link,
    save,

    /** From here on nobody else touches the item, until it is ended or the lease is over. */
    begin: (begun: Begun, changes: Partial<TrackerLink> = {}) =>
      save({ ...changes, begun: { ...begun, at: now().toISOString() } }),

    end: (changes: Partial<TrackerLink>) => save({ ...changes, begun: undefined }),

    /** What somebody has begun and not ended. Fails with `BusyError` while that may go on. */
    abandoned(): TrackerLink['begun'] {
      const { begun } = link;
      if (begun && now().getTime() - Date.parse(begun.at) < LEASE_MS) {
        throw new BusyError('Another works on the item');
      }
      return begun;
    },
  };
}
