import { abuseReport } from './abuse-report.ts';
import { advisorKeys } from './advisor-keys.ts';
import { advisorLimit } from './advisor-limit.ts';
import { advisorVolume } from './advisor-volume.ts';
import { backupCopy } from './backup-copy.ts';
import { costAnomaly } from './cost-anomaly.ts';
import { ec2Issue } from './ec2-issue.ts';
import { ecsBadDeployment } from './ecs-bad-deployment.ts';
import { ecsWaitingHook } from './ecs-waiting-hook.ts';
import { emptyDetail } from './empty-detail.ts';
import { exposedCredentials } from './exposed-credentials.ts';
import { hostileAnomaly } from './hostile-anomaly.ts';
import { hostileText } from './hostile-text.ts';
import { instanceRetirement } from './instance-retirement.ts';
import { lateUpdate } from './late-update.ts';
import { manyResources } from './many-resources.ts';
import { mutedVpn } from './muted-vpn.ts';
import { plannedLifecycle } from './planned-lifecycle.ts';
import { publicIssue } from './public-issue.ts';
import type { Story } from './story.ts';
import { unknownCategory } from './unknown-category.ts';
import { unreadableEvent } from './unreadable-event.ts';

/** All stories, in the order in which a newcomer reads them. */
export const stories: Story[] = [
  ec2Issue,
  instanceRetirement,
  plannedLifecycle,
  exposedCredentials,
  abuseReport,
  publicIssue,
  backupCopy,
  lateUpdate,
  manyResources,
  hostileText,
  mutedVpn,
  unknownCategory,
  emptyDetail,
  unreadableEvent,
  ecsBadDeployment,
  ecsWaitingHook,
  costAnomaly,
  hostileAnomaly,
  advisorVolume,
  advisorLimit,
  advisorKeys,
];
