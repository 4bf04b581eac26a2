import type { Billed } from '#local/counterparts/cost-explorer/billed.ts';
import type { CostLedger } from '#local/counterparts/cost-explorer/ledger/cost-ledger.ts';
import type { LineItem } from '#local/counterparts/cost-explorer/ledger/line-item.ts';
import { seededLedger } from '#local/counterparts/cost-explorer/seeded/seeded-ledger.ts';
import { type Switches, usualSwitches } from '#local/counterparts/cost-explorer/switches.ts';
import type { World } from './world.ts';

/** What the accounts of a world cost, and how Cost Explorer tells of it. */
export type WorldCosts = {
  /** Of all charges but `items`; other seeds give other costs. */
  seed: string;
  /** Lines beside the seed's: add some to a month of the past, and Cost Explorer has restated it. */
  items: LineItem[];
  switches: Switches;
  /** Answered requests by operation. */
  billed: Billed;
};

export function usualCosts(): WorldCosts {
  return { seed: 'reeve', items: [], switches: usualSwitches(), billed: {} };
}

/** The ledger of a world as it is at that moment; the same one until its accounts or costs change. */
export function worldLedger(world: World): () => CostLedger {
  let made: { of: string; ledger: CostLedger } | undefined;
  return () => {
    const { costs, managementAccount: payer } = world;
    const accounts = world.accounts.map(({ id, name, tags, joinedAt }) => ({
      id,
      name,
      tags,
      since: joinedAt.slice(0, 10),
    }));
    const of = JSON.stringify([payer, accounts, costs.seed, costs.items]);
    if (made?.of !== of) {
      made = { of, ledger: seededLedger({ seed: costs.seed, accounts, payer, items: costs.items }) };
    }
    return made.ledger;
  };
}
