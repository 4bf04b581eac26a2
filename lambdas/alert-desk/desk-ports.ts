import type { PartRow } from '#lambdas/alert-desk/part-row.ts';
import type { Delivery } from '#lambdas/contracts/delivery.ts';
import type { Head } from '#lambdas/contracts/ledger.ts';
import type { CheckRequest, Standing } from '#lambdas/contracts/observation.ts';
import type { DeskSettings, Mute } from '#lambdas/contracts/settings.ts';

export type DeskPorts = {
  readHead: (key: string) => Promise<Head | undefined>;
  /** Fails with a RetryLaterError where the head is no longer at `expectedRevision` (0: there is none). */
  writeHead: (head: Head, expectedRevision: number) => Promise<void>;
  readPart: (key: string, partId: string) => Promise<PartRow | undefined>;
  /** Fails with a RetryLaterError where the row is no longer at the version before. */
  writePart: (key: string, part: PartRow) => Promise<void>;
  /** The parts of an alert in the order of their ids; only those told to `channel` where one is given. */
  listParts: (key: string, channel?: string) => AsyncIterable<PartRow>;
  /** The keys of a scope's alerts that are open and that their source is asked about. */
  listOpen: (scope: string) => AsyncIterable<string>;
  /** Mutes made at run time; those of the settings come with the settings. */
  readMutes: () => Promise<Mute[]>;
  deliver: (deliveries: Delivery[]) => Promise<void>;
  /** Sends to the desk itself what holds for each of several alerts. */
  handOn: (standings: Standing[]) => Promise<void>;
  /** Asks the source of an alert whether it still holds. */
  ask: (source: string, request: CheckRequest) => Promise<void>;
  settings: DeskSettings;
  now: () => Date;
};
