import type { OpenClient } from '#bin/commands/doctor/aws-clients.ts';
import type { DirectoryRows } from '#bin/commands/doctor/facts/directory.ts';
import type { HubStack } from '#bin/commands/doctor/facts/hub-stack.ts';
import type { WatchedAccount } from '#bin/commands/doctor/facts/watched-accounts.ts';
import type { Settings } from '#lib/settings.ts';

/** Whose credentials these are. */
export type Identity = { account: string; arn: string };

/** What checks stand on. Facts are asked for once, when the first check needs them. */
export type Context = {
  settings: Settings;
  /** The name of the hub's stack. */
  stack: string;
  me: Identity;
  hubAccount: string;
  homeRegion: string;
  now: Date;
  sendsTests: boolean;
  client: OpenClient;
  facts: {
    /** Accounts in use that Reeve watches over, the management account among them. */
    accounts: () => Promise<WatchedAccount[]>;
    /** Service principals with trusted access to the Organization. */
    trustedServices: () => Promise<string[]>;
    /** Undefined: it is not deployed. */
    hubStack: () => Promise<HubStack | undefined>;
    directory: () => Promise<DirectoryRows>;
  };
  progress: (text: string) => void;
};
