import { z } from 'zod';
import { SEVERITIES } from '#lambdas/contracts/observation.ts';
import { checkNames, type Issue } from '#lib/check-names.ts';
import { checkOrganization } from '#lib/check-organization.ts';
import { Costs } from '#lib/costs/cost-block.ts';
import { AccountId, HubSettings, OrganizationSettings, Region } from '#lib/organization-settings.ts';
import { Moment, Name, OuPath, Reason, Words } from '#lib/settings-words.ts';
import { checkSupport } from '#lib/support/check-support.ts';
import { Support } from '#lib/support/support-block.ts';
import { checkTags } from '#lib/tags/check-tags.ts';
import { Tags } from '#lib/tags/tag-block.ts';
import { TrustedAdvisor } from '#lib/trusted-advisor/advisor-block.ts';
import { checkAdvisor } from '#lib/trusted-advisor/check-advisor.ts';
import { wayOut } from '#lib/way-out.ts';

const PartFilter = z.strictObject({
  sources: Words.optional(),
  severity: z.enum(SEVERITIES).optional(),
  accounts: z.array(AccountId).min(1, 'must name at least one').optional(),
  regions: Words.optional(),
  ous: z.array(OuPath).min(1, 'must name at least one').optional(),
  tags: z.record(z.string(), Words).optional(),
  labels: z.record(z.string(), Words).optional(),
});

const SlackConversation = z
  .string()
  .regex(/^[CGD][A-Z0-9]{5,}$/, 'must be a conversation id such as C0123456789, not a name');

/** With more, not even counts would fit into an alert's head row. */
const MOST_CHANNELS = 100;

const Channel = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('slack'),
    conversation: SlackConversation,
    /** Of another Slack cloud, such as https://slack-gov.com/api. */
    apiUrl: z
      .url({ protocol: /^https$/, error: 'must be an https address such as https://slack.com/api' })
      .default('https://slack.com/api'),
  }),
  z.strictObject({ kind: z.literal('slack-webhook') }),
  z.strictObject({ kind: z.literal('webhook') }),
]);

const Route = z.strictObject({
  name: Name,
  /** Without it the route is for everything. */
  when: PartFilter.default({}),
  channels: z.array(Name).default([]),
  /** Also to the channel of the part's owner, as `owners` says. */
  owner: z.boolean().default(false),
});

const Mute = z.strictObject({
  id: Name,
  reason: Reason,
  until: Moment,
  when: PartFilter,
});

const Account = z.strictObject({
  id: AccountId,
  name: z.string().min(1).optional(),
  ou: OuPath.optional(),
  owner: Name.optional(),
  tags: z.record(z.string(), z.string()).default({}),
});

const Health = z.strictObject({
  /** Days before a planned lifecycle event at which its alert is told again. */
  reminderDays: z.array(z.int().min(1)).default([90, 60, 30, 7]),
  /** An event that AWS neither ends nor updates counts as over after so many days. */
  quietAfterDays: z.int().min(1).max(365).default(14),
  /** Ask the Health API each day for what no event told, where the support plan allows it. */
  reconcile: z.boolean().default(true),
  /** Hear the copies that AWS keeps in another Region, too. Off where accounts may not use that Region. */
  backup: z.boolean().default(true),
});

const Ecs = z.strictObject({
  /** Without news for so long an alert counts as over, where ECS cannot be asked. ECS tries again within 15 minutes. */
  quietMinutes: z.int().min(20).max(1440).default(30),
  /** A drain of an instance that takes longer is told. */
  drainMinutes: z.int().min(5).max(2880).default(60),
  /** An agent that is disconnected for longer is told. */
  disconnectedMinutes: z.int().min(5).max(1440).default(15),
  /** Deployments that are told: those that fail, or all from their start. */
  deployments: z.enum(['failed', 'all']).default('failed'),
  /** Tell of tasks that a person or a program stopped, too. */
  userStops: z.boolean().default(false),
  /** Last lines of a stopped container's log to show, redacted. Each is read with a right that 0 does not ask for. */
  logLines: z.int().min(0).max(10).default(0),
  /** Keep every event that reaches the hub as a row of a table, for Athena. */
  history: z.boolean().default(true),
  /** Write down once a day how all services stand, as a table in the report bucket. */
  inventory: z.boolean().default(true),
});

const AccountDirectory = z.strictObject({
  /** The tag of an account that names its owner. */
  ownerTag: z.string().min(1).max(128).default('owner'),
});

const Heartbeat = z.strictObject({
  /** A member that was not heard for longer is silent. It speaks once a day. */
  silentAfterHours: z.int().min(26).max(168).default(30),
});

/** Every knob a deployer has. */
const Settings = z.strictObject({
  /** Where alarms about Reeve itself go; it cannot tell of its own failure in chat. */
  alarmEmails: z.array(z.email('must be an e-mail address')).min(1, 'must name at least one address'),
  /** Where Reeve runs; without it, where the credentials lead. */
  hub: HubSettings.optional(),
  /** Without it Reeve watches over the account that it runs in. */
  organization: OrganizationSettings.optional(),
  /** Regions whose events matter. Those where AWS sends global events, and copies of events, come by themselves. */
  regions: z.array(Region).default([]),
  channels: z
    .record(Name, Channel)
    .refine((channels) => Object.keys(channels).length <= MOST_CHANNELS, `must be ${MOST_CHANNELS} at most`),
  routes: z.array(Route).min(1, 'must hold at least one'),
  mutes: z.array(Mute).default([]),
  /** Owner → channel. */
  owners: z.record(Name, Name).default({}),
  accounts: z.array(Account).default([]),
  /** Parts that no route matches are told to nobody: say so, or end the routes with one for everything. */
  dropUnrouted: z.boolean().default(false),
  logRetentionDays: z.literal([7, 30, 90, 365]).default(30),
  health: Health.optional(),
  accountDirectory: AccountDirectory.optional(),
  heartbeat: Heartbeat.optional(),
  costs: Costs.optional(),
  ecs: Ecs.optional(),
  tags: Tags.optional(),
  support: Support.optional(),
  trustedAdvisor: TrustedAdvisor.optional(),
});

export type Settings = z.infer<typeof Settings>;

/** Checks the settings of a deployment. The error names every field that is wrong, and what to write. */
export function defineSettings(settings: z.input<typeof Settings>): Settings {
  const result = Settings.safeParse(settings, { error: wayOut });
  const issues: Issue[] = [
    ...(result.error?.issues ?? []),
    ...checkNames(settings),
    ...checkOrganization(settings),
    ...checkTags(settings),
    ...checkSupport(settings),
    ...checkAdvisor(settings),
  ];
  if (result.success && issues.length === 0) return result.data;
  const lines = issues.map(
    ({ path, message }) => `  ${path.map(String).join('.') || 'settings'}: ${message}`,
  );
  throw new Error(`reeve.config.ts needs mending:\n${lines.join('\n')}`);
}
