import type { SupportClient } from '@aws-sdk/client-support';

/** Asks AWS Support something in one account, when it is its turn, in a Region that answers. */
export type Ask = <Answer>(call: (client: SupportClient) => Promise<Answer>) => Promise<Answer>;

/** Notes what was left out. Fields hold ids and counts, never what somebody wrote. */
export type Warn = (message: string, fields: Record<string, unknown>) => void;
