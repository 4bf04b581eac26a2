import { type AlternateContact, CONTACT_TYPES, type ContactType } from '#lambdas/contracts/directory.ts';
import type { WorldAccount } from './world.ts';
import { unitIdOf } from './world-units.ts';

/** An account to be, with its unit's path of names, such as `/prod/eu`; without it, right under the root. */
export type AccountPlan = Pick<WorldAccount, 'id' | 'name'> & Partial<WorldAccount> & { ou?: string };

/** An account in which all is well in the Regions that are given. */
export function toWorldAccount({ ou = '/', ...plan }: AccountPlan, regions: string[]): WorldAccount {
  return {
    email: `aws+${plan.name}@example.com`,
    parentId: unitIdOf(ou),
    state: 'ACTIVE',
    joinedAt: '2024-02-29T08:30:00.250Z',
    tags: {},
    contacts: {},
    supportPlan: 'business-plus',
    recorders: Object.fromEntries(regions.map((region) => [region, 'recording'])),
    ...plan,
  };
}

/** The alternate contacts of an account, of all three types unless said otherwise. */
export function contactsOf(
  team: string,
  types: readonly ContactType[] = CONTACT_TYPES,
): Partial<Record<ContactType, AlternateContact>> {
  return Object.fromEntries(
    types.map((type) => [
      type,
      {
        name: `${team} on duty`,
        title: `${type.toLowerCase()} contact`,
        email: `${team}@example.com`,
        phone: '+49 30 5550100',
      },
    ]),
  );
}
