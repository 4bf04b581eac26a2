import { HEALTH, STACK_SETS } from '#bin/commands/doctor/service-principals.ts';
import { globalRegionOf } from '#lib/regions.ts';

/** The command that gives a service trusted access to the Organization, with all that the service needs for it. */
export function trustCommand(service: string, homeRegion: string): string {
  if (service === STACK_SETS)
    return `aws cloudformation activate-organizations-access --region ${homeRegion}`;
  if (service === HEALTH) {
    return `aws health enable-health-service-access-for-organization --region ${globalRegionOf(homeRegion)}`;
  }
  return `aws organizations enable-aws-service-access --service-principal ${service}`;
}
