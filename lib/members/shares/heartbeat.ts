import { HEARTBEATS } from '#lib/event-patterns.ts';
import type { MemberShare } from '#lib/members/member-share.ts';

/** The heartbeat of each Region takes the way that all events take, and so proves it. */
export const heartbeatShare: MemberShare = {
  capability: 'heartbeat',
  rules: [
    {
      id: 'Heartbeat',
      description: 'The daily sign that events of this account and Region reach the hub',
      pattern: HEARTBEATS,
      places: ['configured', 'global', 'backup'],
    },
  ],
  reads: [],
  writes: [],
};
