import type { Check } from '#bin/commands/doctor/check.ts';
import { alarmEmails } from '#bin/commands/doctor/checks/alarm-emails.ts';
import { bootstrap } from '#bin/commands/doctor/checks/bootstrap.ts';
import { channels } from '#bin/commands/doctor/checks/channels.ts';
import { concurrency } from '#bin/commands/doctor/checks/concurrency.ts';
import { contacts } from '#bin/commands/doctor/checks/contacts.ts';
import { contactsAccess } from '#bin/commands/doctor/checks/contacts-access.ts';
import { costExplorer } from '#bin/commands/doctor/checks/cost-explorer.ts';
import { costReader } from '#bin/commands/doctor/checks/cost-reader.ts';
import { delegatedAdministrators } from '#bin/commands/doctor/checks/delegated-administrators.ts';
import { deployedVersion } from '#bin/commands/doctor/checks/deployed-version.ts';
import { healthView } from '#bin/commands/doctor/checks/health-view.ts';
import { heartbeats } from '#bin/commands/doctor/checks/heartbeats.ts';
import { identity } from '#bin/commands/doctor/checks/identity.ts';
import { memberVersions } from '#bin/commands/doctor/checks/member-versions.ts';
import { organization } from '#bin/commands/doctor/checks/organization.ts';
import { recorders } from '#bin/commands/doctor/checks/recorders.ts';
import { reportBucket } from '#bin/commands/doctor/checks/report-bucket.ts';
import { secrets } from '#bin/commands/doctor/checks/secrets.ts';
import { stackInstances } from '#bin/commands/doctor/checks/stack-instances.ts';
import { stackSetsAccess } from '#bin/commands/doctor/checks/stack-sets-access.ts';
import { supportPlans } from '#bin/commands/doctor/checks/support-plans.ts';
import { tagAggregator } from '#bin/commands/doctor/checks/tag-aggregator.ts';
import { targets } from '#bin/commands/doctor/checks/targets.ts';
import { tools } from '#bin/commands/doctor/checks/tools.ts';
import { trail } from '#bin/commands/doctor/checks/trail.ts';

/** In the order of the report: what stands on something comes after it. */
export const allChecks: Check[] = [
  tools,
  identity,
  bootstrap,
  deployedVersion,
  alarmEmails,
  concurrency,
  organization,
  targets,
  stackSetsAccess,
  delegatedAdministrators,
  contactsAccess,
  healthView,
  tagAggregator,
  trail,
  stackInstances,
  heartbeats,
  memberVersions,
  supportPlans,
  recorders,
  contacts,
  secrets,
  channels,
  costExplorer,
  costReader,
  reportBucket,
];
