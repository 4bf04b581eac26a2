import type { Purpose } from '../ledger/charge.ts';
import { type Chance, chanceOf, pick } from './chance.ts';
import { OFFERS, type Offer } from './offers.ts';
import type { SeededAccount } from './seeded-account.ts';

/** What an account buys of one offer over the years. */
export type Stream = {
  offer: Offer;
  purpose: Purpose;
  /** Dollars of a usual day in the first month. */
  daily: number;
  /** By month. */
  growth: number;
  /** Weekends take so much of a weekday. */
  weekend: number;
  since: string;
  until: string;
};

const REGIONS = ['eu-central-1', 'eu-west-1', 'us-east-1'] as const;
const DIVISIONS = ['Retail', 'Logistics', 'Research, New'] as const;
const ALWAYS = '0000-00-00';
const NEVER = '9999-99-99';

/** The streams of an account: some began or ended within the past years, one in ten of them for good. */
export function streamsOf(account: SeededAccount, seed: string): Stream[] {
  const chance = chanceOf(`${seed} ${account.id}`);
  const size = 0.2 + 6 * chance() ** 4;
  const count = 3 + Math.floor(chance() * Math.min(OFFERS.length - 3, 4 + size * 3));
  const division: Record<string, string> = chance() < 0.8 ? { Division: pick(DIVISIONS, chance) } : {};
  // Five steps on, and round: an account buys nothing twice.
  const first = Math.floor(chance() * OFFERS.length);
  const bought = OFFERS.map((_, index) => OFFERS[(first + index * 5) % OFFERS.length]).slice(0, count);
  return bought
    .filter((offer) => offer !== undefined)
    .map(
      (offer): Stream => ({
        offer,
        purpose: toPurpose(offer, account, division, chance),
        daily: offer.usual * size * (0.5 + chance()),
        growth: 1 + (chance() - 0.42) * 0.08,
        weekend: chance() < 0.5 ? 0.4 + chance() / 2 : 1,
        since: chance() < 0.15 ? someDay(chance) : ALWAYS,
        until: chance() < 0.1 ? someDay(chance) : NEVER,
      }),
    );
}

function toPurpose(
  offer: Offer,
  { id, tags = {} }: SeededAccount,
  costCategories: Record<string, string>,
  chance: Chance,
): Purpose {
  const region = offer.isGlobal ? 'global' : pick(REGIONS, chance);
  const { service, operation, unit, instanceType, usageType } = offer;
  return {
    account: id,
    service,
    recordType: 'Usage',
    region,
    usageType: offer.isGlobal ? usageType : `${prefixOf(region)}${usageType}`,
    operation,
    unit,
    ...(instanceType
      ? { instanceType, az: `${region}a`, tenancy: 'Shared', purchaseType: 'On Demand Instances' }
      : {}),
    ...(operation === 'RunInstances' ? { platform: 'Linux/UNIX' } : {}),
    ...(offer.paidBy === 'plan' ? { isPlanEligible: true } : {}),
    tags: chance() < 0.75 ? tags : {},
    costCategories,
  };
}

function prefixOf(region: string): string {
  const prefixes: Record<string, string> = { 'eu-central-1': 'EUC1-', 'eu-west-1': 'EU-' };
  return prefixes[region] ?? '';
}

/** A day of the years 2025 and 2026. */
function someDay(chance: Chance): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${2025 + Math.floor(chance() * 2)}-${two(1 + Math.floor(chance() * 12))}-${two(1 + Math.floor(chance() * 28))}`;
}
