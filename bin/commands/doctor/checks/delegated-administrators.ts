import { OrganizationsClient, paginateListDelegatedAdministrators } from '@aws-sdk/client-organizations';
import type { Check } from '#bin/commands/doctor/check.ts';
import type { Context } from '#bin/commands/doctor/context.ts';
import type { Observed } from '#bin/commands/doctor/finding.ts';
import { ACCOUNTS, CONFIG, HEALTH, STACK_SETS } from '#bin/commands/doctor/service-principals.ts';
import { trustCommand } from '#bin/commands/doctor/trust-command.ts';
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
  actions: ['organizations:ListDelegatedAdministrators', 'organizations:ListAWSServiceAccessForOrganization'],
  skip: unlessMemberHub,
  async run({ client, facts, settings, hubAccount, homeRegion }) {
    const organizations = await client(OrganizationsClient, 'management', globalRegionOf(homeRegion));
    const needs = needsOf(settings);
    const administrators = await Promise.all(
      needs.map(({ service }) => askAdministrators(organizations, service)),
    );
    const trusted = await facts.trustedServices();
    return needs.map((need, index) => {
      const isDelegated = administrators[index]?.includes(hubAccount) === true;
      return judgeDelegation(
        need,
        { isDelegated, isTrusted: trusted.includes(need.service) },
        { hubAccount, homeRegion },
      );
    });
  },
};

export function needsOf({ health, tags }: Pick<Settings, 'health' | 'tags'>): Need[] {
  return [
    { service: STACK_SETS, isNeeded: true, otherwise: 'the members cannot be deployed to' },
    {
      service: HEALTH,
      isNeeded: health?.reconcile === true,
      otherwise: 'what no Health event told is not looked up',
    },
    {
      service: CONFIG,
      // An aggregator that is there already is somebody's who has seen to it.
      isNeeded: tags?.coverage === true && tags.aggregator === undefined,
      otherwise: 'it cannot aggregate what AWS Config records',
    },
    { service: ACCOUNTS, isNeeded: false, otherwise: 'only the management account can set contacts' },
  ];
}

export function judgeDelegation(
  { service, isNeeded, otherwise }: Need,
  { isDelegated, isTrusted }: { isDelegated: boolean; isTrusted: boolean },
  { hubAccount, homeRegion }: Pick<Context, 'hubAccount' | 'homeRegion'>,
): Observed {
  if (isDelegated) {
    return { verdict: 'ok', text: `The hub account is delegated administrator for ${service}` };
  }
  const delegate = `aws organizations register-delegated-administrator --account-id ${hubAccount} --service-principal ${service}`;
  return {
    verdict: isNeeded ? 'failed' : 'warning',
    text: `The hub account is no delegated administrator for ${service}: ${otherwise}`,
    // Refused for a service that the Organization does not trust yet.
    mend: `${isTrusted ? '' : `${trustCommand(service, homeRegion)} && `}${delegate}, in the management account`,
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
