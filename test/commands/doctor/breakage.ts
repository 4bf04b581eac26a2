import type { Verdict } from '#bin/commands/doctor/finding.ts';
import type { World } from '#local/counterparts/organization/world.ts';
import type { Deployment } from '#test/commands/doctor/a-deployment.ts';

export const HUB = '222233334444';
export const MEMBER = '111122223333';

/** What a finding must hold: a part of its text and of its mend, and the rest as it is. A failure unless said otherwise. */
type Told = {
  check: string;
  verdict?: Verdict;
  text: string;
  mend: string;
  account?: string;
  region?: string;
};

/** One thing that is broken, and what alone is to be told of it. */
export type Breakage = { what: string; breakIt: (deployment: Deployment) => unknown; told: Told };

export const inWorld =
  (change: (world: World) => unknown) =>
  ({ world }: Deployment) =>
    change(world);
