import { ASSUMED } from '#bin/commands/estimate/assumptions.ts';
import type { Scale, Work } from '#bin/commands/estimate/work.ts';

/** NDJSON, CSV with its metadata, JSON. */
const FILES = 4;
/** Of the directory, of one account and of each of its Regions. */
const KILOBYTES = { account: 2, region: 1 };
const KILOBYTES_PER_READ = 8;

/** What asking for all services takes, so many times a month. */
export function inventoryWork({ accounts, regions }: Scale, scheduled: number): Work {
  const services = accounts * ASSUMED.ecsServicesPerAccount;
  const kilobytes = accounts * (KILOBYTES.account + regions * KILOBYTES.region);
  // Two lists of each Region, and ten services with one request.
  const requests = accounts * regions * 2 + services / 10;
  return {
    runs: scheduled,
    // A tenth of a second each, in ten accounts side by side.
    milliseconds: scheduled * (3000 + requests * 10),
    tableReads: scheduled * Math.ceil(kilobytes / KILOBYTES_PER_READ),
    files: scheduled * FILES,
    fileKilobytes: (scheduled * services * ASSUMED.ecsBytesPerService) / 1000,
  };
}
