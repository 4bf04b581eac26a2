import type { AwsBackend } from '#local/proxy/aws-call.ts';
import { accountBackend } from './account.ts';
import { cloudFormationBackend } from './cloud-formation.ts';
import { cloudTrailBackend } from './cloud-trail.ts';
import { configBackend } from './config.ts';
import { costExplorerBackend } from './cost-explorer.ts';
import { ecsBackend } from './ecs.ts';
import { Faults } from './faults.ts';
import { healthBackend } from './health-api.ts';
import { lambdaBackend } from './lambda.ts';
import { logsBackend } from './logs.ts';
import { type OrganizationsOptions, organizationsBackend } from './organizations.ts';
import { type SecurityTokenOptions, securityTokenBackend } from './security-token.ts';
import { snsBackend } from './sns.ts';
import { type SupportOptions, supportBackend } from './support.ts';
import { supportPermitsBackend } from './support-permits.ts';
import { taggingBackend } from './tagging.ts';
import { trustedAdvisorBackend } from './trusted-advisor.ts';
import { withFaults } from './with-faults.ts';

export type OrganizationServicesOptions = OrganizationsOptions &
  SecurityTokenOptions &
  SupportOptions & { faults?: Faults };

/** The services of AWS that know a world, by the name that requests are signed for. */
export function createOrganizationServices(options: OrganizationServicesOptions): Record<string, AwsBackend> {
  const { faults = new Faults() } = options;
  const backends = {
    account: accountBackend(options),
    ce: costExplorerBackend(options),
    cloudformation: cloudFormationBackend(options),
    cloudtrail: cloudTrailBackend(options),
    config: configBackend(options),
    ecs: ecsBackend(options),
    health: healthBackend(options),
    lambda: lambdaBackend(options),
    logs: logsBackend(options),
    organizations: organizationsBackend(options),
    sns: snsBackend(options),
    sts: securityTokenBackend(options),
    support: supportBackend(options),
    supportauthz: supportPermitsBackend(options),
    tagging: taggingBackend(options),
    trustedadvisor: trustedAdvisorBackend(options),
  };
  return withFaults(backends, faults);
}
