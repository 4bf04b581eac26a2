import type { KeptHealth, TrackerHealth, TrackerPorts } from '#lambdas/case-trackers/tracker-ports.ts';
import { LINK_ROW_PREFIX, linkRowOf, type TrackerLink } from '#lambdas/contracts/support/tracker-link.ts';
import { type NumberedRow, numberedRows } from '#lambdas/runtime/numbered-rows.ts';

/** In the place of an account: no account has such an id. */
const OF_TRACKERS = 'trackers';

/** The table of what trackers were told. */
export function linksClient(
  table: string,
): Pick<TrackerPorts, 'linkOf' | 'linksOf' | 'writeLink' | 'healthOf' | 'writeHealth'> {
  const rows = numberedRows(table);
  return {
    async linkOf(tracker, { account, displayId }) {
      const row = await rows.read(account, linkRowOf(tracker, displayId));
      return row && toLink(row);
    },

    linksOf: async (account) => (await rows.query(account, LINK_ROW_PREFIX)).map(toLink),

    writeLink: (link, before) =>
      rows.write(link.account, linkRowOf(link.tracker, link.displayId), {
        body: link,
        version: link.version,
        before,
      }),

    async healthOf(tracker): Promise<KeptHealth> {
      const row = await rows.read(OF_TRACKERS, tracker);
      return row ? { health: row.body as TrackerHealth, version: row.version } : { health: {}, version: 0 };
    },

    writeHealth: (tracker, health, before) =>
      rows.write(OF_TRACKERS, tracker, { body: health, version: before + 1, before }),
  };
}

function toLink({ body, version }: NumberedRow): TrackerLink {
  return { ...(body as TrackerLink), version };
}
