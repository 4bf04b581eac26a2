import { OrganizationsClient, paginateListDelegatedAdministrators } from '@aws-sdk/client-organizations';
import type { Check } from '#bin/commands/doctor/check.ts';
import type { Observed } from '#bin/commands/doctor/finding.ts';
import { ACCOUNTS, CONFIG, HEALTH, STACK_SETS } from '#bin/commands/doctor/service-principals.ts';
import { unlessMemberHub } from '#bin/commands/doctor/unless-organization.ts';
import { globalRegionOf } from '#lib/regions.ts';
import type { Settings } from '#lib/settings.ts';

/** A service that the hub should speak for, and whether Reeve fails without. */
type Need = { service: string; isNeeded: boolean; otherwise: string };

/** The hub account may do for the Organization what else only the management account may. */
export const delegatedAdministrators: Check = {
  name: 'delegated-administrators',
  area: 'Organization',
  about: 'The hub account is delegated administrator for StackSets, Health, Config and account management',
  asks: 'the management account',
  actions: ['organizations:ListDelegatedAdministrators'],
  skip: unlessMemberHub,
  async run({ client, settings, hubAccount, homeRegion }) {
    const organizations = await client(OrganizationsClient, 'management', globalRegionOf(homeRegion));
    const needs = needsOf(settings);
    const administrators = await Promise.all(
      needs.map(({ service }) => askAdministrators(organizations, service)),
    );
    return needs.map((need, index) =>
      judgeDelegation(need, administrators[index]?.includes(hubAccount) === true, hubAccount),
    );
  },
};

export function needsOf({ health }: Pick<Settings, 'health'>): Need[] {
  return [
    { service: STACK_SETS, isNeeded: true, otherwise: 'the members cannot be deployed to' },
    {
      service: HEALTH,
      isNeeded: health?.reconcile === true,
      otherwise: 'what no Health event told is not looked up',
    },
    // Needed as soon as a capability asks the aggregator of the Organization.
    { service: CONFIG, isNeeded: false, otherwise: 'it cannot aggregate what AWS Config records' },
    { service: ACCOUNTS, isNeeded: false, otherwise: 'only the management account can set contacts' },
  ];
}

export function judgeDelegation(
  { service, isNeeded, otherwise }: Need,
  isDelegated: boolean,
  hub: string,
): Observed {
  if (isDelegated) return { verdict: 'ok', text: `The hub account speaks for ${service}` };
  return {
    verdict: isNeeded ? 'failed' : 'warning',
    text: `The hub account is no delegated administrator for ${service}: ${otherwise}`,
    mend:
      `aws organizations register-delegated-administrator --account-id ${hub} --service-principal ${service}, ` +
      'in the management account',
  };
}

async function askAdministrators(client: OrganizationsClient, service: string): Promise<string[]> {
  const ids: string[] = [];
  const pages = paginateListDelegatedAdministrators({ client }, { ServicePrincipal: service });
  for await (const { DelegatedAdministrators = [] } of pages) {
    ids.push(...DelegatedAdministrators.map(({ Id = '' }) => Id));
  }
  return ids;
}
