import { COST_ANOMALIES } from '#lib/event-patterns.ts';
import type { MemberShare } from '#lib/members/member-share.ts';

/**
 * A lone account hears of its own anomalies. In an Organization the monitors of the management account see all
 * accounts; those of a member would tell the same once more.
 */
export const costAnomaliesShare: MemberShare = {
  capability: 'cost-anomalies',
  rules: [
    {
      id: 'CostAnomalies',
      description: 'Cost anomalies of this account',
      pattern: COST_ANOMALIES,
      places: ['global'],
      notFromHome: true,
    },
  ],
  reads: [],
  writes: [],
};
