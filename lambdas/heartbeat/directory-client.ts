import { HEARTBEAT_ROW_PREFIX, WATCH_PARTITION, WATCH_ROW } from '#lambdas/contracts/directory.ts';
import type { HeartbeatPorts } from '#lambdas/heartbeat/heartbeat-ports.ts';
import { directoryRows } from '#lambdas/runtime/directory-rows.ts';

/** So long a Region that fell silent is remembered where no directory says that it should speak. */
const RETENTION_MS = 30 * 86_400_000;

/** The heartbeats' side of the directory table. */
export function directoryClient(
  table: string,
): Pick<HeartbeatPorts, 'listRows' | 'writeHeartbeat' | 'writeWatch'> {
  const rows = directoryRows(table);
  return {
    listRows: () => rows.scan(),

    async writeHeartbeat(record) {
      const heardAt = Date.parse(record.heardAt);
      await rows.putNewer(record.account, `${HEARTBEAT_ROW_PREFIX}${record.region}`, record, {
        order: heardAt,
        expiresAt: new Date(heardAt + RETENTION_MS),
      });
    },

    writeWatch: (record) => rows.put(WATCH_PARTITION, WATCH_ROW, record),
  };
}
