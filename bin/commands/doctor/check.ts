import type { Context } from '#bin/commands/doctor/context.ts';
import type { Observed } from '#bin/commands/doctor/finding.ts';

/** The headings of the report, in its order. */
export const AREAS = ['This machine', 'Hub', 'Organization', 'Members', 'Channels', 'Cost'] as const;

export type Check = {
  /** The word for `--only`. */
  name: string;
  area: (typeof AREAS)[number];
  /** What it looks at, for the help. */
  about: string;
  /** Whose answer it needs. */
  asks: 'nobody' | 'the hub account' | 'the management account' | 'every account';
  /** All actions that it may call. */
  actions: string[];
  /** Why it need not be asked here. */
  skip?: (context: Context) => Promise<string | undefined> | string | undefined;
  run: (context: Context) => Promise<Observed[]> | AsyncIterable<Observed>;
};
