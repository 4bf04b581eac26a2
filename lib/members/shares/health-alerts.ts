import { HEALTH_EVENTS } from '#lib/event-patterns.ts';
import type { MemberShare } from '#lib/members/member-share.ts';

/**
 * Events about an account come from the account itself, wherever AWS sends or copies them. Public ones
 * reach every account alike, so they come from the hub account alone: else one incident would arrive as many
 * times as there are accounts and Regions. Old events do not say which of the two they are.
 */
export const healthAlertsShare: MemberShare = {
  capability: 'health-alerts',
  rules: [
    {
      id: 'Health',
      description: 'AWS Health events about this account, and abuse reports',
      pattern: {
        ...HEALTH_EVENTS,
        detail: { eventScopeCode: [{ exists: false }, { 'anything-but': ['PUBLIC'] }] },
      },
      places: ['configured', 'global', 'backup'],
      notFromHome: true,
    },
    {
      id: 'PublicHealth',
      description: 'AWS Health events about a service, the same for every account',
      pattern: { ...HEALTH_EVENTS, detail: { eventScopeCode: ['PUBLIC'] } },
      places: ['configured', 'global', 'backup'],
      hubAccountOnly: true,
      notFromHome: true,
    },
  ],
  reads: [],
  writes: [],
};
