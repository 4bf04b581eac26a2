import { type AccountPlan, contactsOf } from './world-account.ts';
import type { WorldSettings } from './world-settings.ts';

/** The accounts of a world: those that the settings name, a few that most Organizations have, then `count` in all. */
export function accountPlans(settings: WorldSettings, hubAccount: string, count: number): AccountPlan[] {
  if (!settings.organization) return [{ id: hubAccount, name: 'alone', contacts: contactsOf('platform') }];
  const { managementAccount } = settings.organization;
  const founding: AccountPlan[] = [
    { id: managementAccount, name: 'management', contacts: contactsOf('finance') },
    { id: hubAccount, name: 'reeve-hub', ou: '/platform', contacts: contactsOf('platform') },
    ...settings.accounts.map(planOfSettings),
    { id: '555566667777', name: 'payments-eu', ou: '/prod/eu', tags: { owner: 'payments' } },
    { id: '777788889999', name: 'shop-before', ou: '/suspended', state: 'SUSPENDED' },
  ];
  const plans = [...new Map(founding.toReversed().map((plan) => [plan.id, plan])).values()].toReversed();
  const more = Math.max(0, count - plans.length);
  return [...plans, ...Array.from({ length: more }, (_, index) => planOfFiller(index))];
}

function planOfSettings({ id, name, ou, owner, tags }: WorldSettings['accounts'][number]): AccountPlan {
  return {
    id,
    name: name ?? id,
    tags: { ...tags, ...(owner ? { owner } : {}) },
    contacts: owner ? contactsOf(owner) : contactsOf('cloud-team', ['BILLING']),
    ...(ou ? { ou } : {}),
  };
}

const STAGES = ['prod', 'test', 'dev'];
const DIVISIONS = ['bank', 'retail', 'logistics', 'research'];

/** Four divisions with five teams each and three stages: units three levels deep. */
function planOfFiller(index: number): AccountPlan {
  const stage = STAGES[index % STAGES.length] ?? '';
  const division = DIVISIONS[index % DIVISIONS.length] ?? '';
  const team = `team-${Math.floor(index / 12) % 5}`;
  const hasContacts = index % 4 !== 0;
  return {
    id: String(300_000_000_000 + index * 1_000_003),
    name: `${division}-${team}-${stage}-${index}`,
    ou: `/${division}/${team}/${stage}`,
    tags: { owner: `${division}-${team}`, stage },
    contacts: hasContacts ? contactsOf(division) : {},
  };
}
