/** What a world is made after; the settings of a deployment have this shape. */
export type WorldSettings = {
  hub?: { account?: string; region: string };
  organization?: { id: string; managementAccount: string };
  regions: string[];
  health?: { backup?: boolean };
  accounts: { id: string; name?: string; ou?: string; owner?: string; tags?: Record<string, string> }[];
};

/** As `reeve.config.ts` has them when it comes. */
export const SAMPLE_SETTINGS: WorldSettings = {
  hub: { account: '222233334444', region: 'eu-central-1' },
  organization: { id: 'o-a1b2c3d4e5', managementAccount: '999900001111' },
  regions: ['eu-west-1'],
  accounts: [
    { id: '111122223333', name: 'payments-prod', ou: '/prod', owner: 'payments', tags: { stage: 'prod' } },
    { id: '444455556666', name: 'shop-dev', ou: '/dev', tags: { stage: 'dev' } },
  ],
};
