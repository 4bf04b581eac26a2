import { regionsOfParts } from '#lib/members/member-parts.ts';
import { deployedHub } from './deployed-hub.ts';
import { ACCOUNT_SERVICE, CONFIG_SERVICE, HEALTH_SERVICE, STACK_SETS_SERVICE } from './service-principals.ts';
import { usualAdvisor } from './usual-advisor.ts';
import { usualCases } from './usual-cases.ts';
import { usualContainers } from './usual-containers.ts';
import { usualResources } from './usual-resources.ts';
import type { World } from './world.ts';
import { toWorldAccount } from './world-account.ts';
import { usualCosts } from './world-costs.ts';
import { accountPlans } from './world-plans.ts';
import { SAMPLE_SETTINGS, type WorldSettings } from './world-settings.ts';
import { deployedStackSets } from './world-stack-sets.ts';
import { unitsOf } from './world-units.ts';

export type WorldOptions = {
  /** Without them, the sample's. Settings without an Organization make a lone account. */
  settings?: WorldSettings;
  /** How many accounts an Organization has in all; at least a handful. */
  accounts?: number;
  /** Instead of the settings' Regions. */
  regions?: string[];
  /** Lately is before this, in milliseconds since 1970; always the same moment unless given. */
  now?: number;
};

/** Where the hub is when the settings leave it to the credentials. */
const HUB = { account: '222233334444', region: 'eu-central-1' };
const LATELY = Date.parse('2026-11-20T09:00:00Z');
/** Of CDK's bootstrap template; newer ones only add to it. */
const BOOTSTRAP_VERSION = 33;
const SERVICES = [ACCOUNT_SERVICE, CONFIG_SERVICE, HEALTH_SERVICE, STACK_SETS_SERVICE];

/**
 * An Organization in which all is well: Reeve deployed, everything recorded and trusted. As in most of them
 * one account is suspended and some lack contacts. Tests break in it what they are about.
 */
export function makeWorld({
  settings = SAMPLE_SETTINGS,
  accounts = 0,
  regions,
  now = LATELY,
}: WorldOptions = {}): World {
  const hub = { ...HUB, ...settings.hub };
  const { organization } = settings;
  const managementAccount = organization?.managementAccount ?? hub.account;
  const backup = settings.health?.backup ?? true;
  const where = { hubRegion: hub.region, regions: regions ?? settings.regions, backup };
  const { writer: _, ...parts } = regionsOfParts(where);
  const plans = accountPlans(settings, hub.account, accounts);
  const members = plans.map((plan) => toWorldAccount(plan, Object.values(parts).flat()));
  const isDelegated = hub.account !== managementAccount;

  const places = {
    central: [managementAccount, hub.account],
    regions: [hub.region, ...where.regions.filter((region) => region !== hub.region)],
  };

  return {
    organizationId: organization?.id ?? '',
    managementAccount,
    hubAccount: hub.account,
    homeRegion: hub.region,
    units: unitsOf(plans.flatMap(({ ou }) => ou ?? [])),
    accounts: members,
    trustedServices: organization ? SERVICES.slice() : [],
    delegatedAdministrators: isDelegated ? { [hub.account]: SERVICES.slice() } : {},
    stackSets: organization ? deployedStackSets(members, managementAccount, where) : {},
    health: { organizationalView: organization !== undefined, events: [] },
    trails: [
      { name: 'trail', isLogging: true, isMultiRegion: true, isOrganization: organization !== undefined },
    ],
    costExplorer: { enabled: true, allocationTags: { owner: 'Active', stage: 'Active' } },
    costs: usualCosts(),
    ...usualContainers(members, places),
    resources: usualResources(members, places),
    aggregators: [],
    advisor: usualAdvisor(members, places),
    support: usualCases(members, places, now),
    concurrentExecutions: 1000,
    bootstrap: { [`${hub.account}/${hub.region}`]: BOOTSTRAP_VERSION },
    ...deployedHub(hub.account, hub.region),
    alarmEmails: ['platform@example.com'],
    pendingSubscriptions: [],
  };
}

/** The ids of the accounts in use. */
export function activeAccounts({ accounts }: World): string[] {
  return accounts.filter(({ state }) => state === 'ACTIVE').map(({ id }) => id);
}
