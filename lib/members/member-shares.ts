import type { MemberShare } from '#lib/members/member-share.ts';
import { caseTrackersShare } from '#lib/members/shares/case-trackers.ts';
import { costAnomaliesShare } from '#lib/members/shares/cost-anomalies.ts';
import { doctorShare } from '#lib/members/shares/doctor.ts';
import { ecsAlertsShare } from '#lib/members/shares/ecs-alerts.ts';
import { ecsInventoryShare } from '#lib/members/shares/ecs-inventory.ts';
import { healthAlertsShare } from '#lib/members/shares/health-alerts.ts';
import { heartbeatShare } from '#lib/members/shares/heartbeat.ts';
import { requiredTagsShare } from '#lib/members/shares/required-tags.ts';
import { supportCasesShare } from '#lib/members/shares/support-cases.ts';
import { tagCoverageShare } from '#lib/members/shares/tag-coverage.ts';
import { trustedAdvisorAlertsShare, trustedAdvisorSweepShare } from '#lib/members/shares/trusted-advisor.ts';
import type { Settings } from '#lib/settings.ts';

/** What the capabilities that the settings ask for need in every member account. */
export function memberShares(settings: Settings): MemberShare[] {
  return [
    // In a lone account people look with their own eyes.
    ...(settings.organization ? [doctorShare(settings)] : []),
    ...(settings.health ? [healthAlertsShare] : []),
    ...(settings.ecs ? [ecsAlertsShare(settings.ecs)] : []),
    // A lone account is read by the function's own role.
    ...(settings.ecs?.inventory && settings.organization ? [ecsInventoryShare] : []),
    ...(settings.tags ? [requiredTagsShare(settings.tags)] : []),
    ...(settings.tags?.coverage && settings.organization ? [tagCoverageShare] : []),
    ...(settings.trustedAdvisor ? [trustedAdvisorAlertsShare] : []),
    ...(settings.trustedAdvisor && settings.organization
      ? [trustedAdvisorSweepShare(settings.trustedAdvisor)]
      : []),
    ...(settings.support ? [supportCasesShare(settings.support, settings)] : []),
    // A lone account is answered by the function's own role.
    ...(settings.support && settings.organization ? [caseTrackersShare(settings.support)] : []),
    ...(settings.heartbeat ? [heartbeatShare] : []),
    ...(settings.costs?.anomalies && !settings.organization ? [costAnomaliesShare] : []),
  ];
}
