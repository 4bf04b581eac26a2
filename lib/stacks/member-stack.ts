import { LegacyStackSynthesizer, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { addConfigRules } from '#lib/members/config-rules.ts';
import { Forwarding } from '#lib/members/forwarding.ts';
import { HeartbeatSchedule } from '#lib/members/heartbeat-schedule.ts';
import { hubIdentity } from '#lib/members/hub-identity.ts';
import { type MemberPart, rulesOfPart } from '#lib/members/member-parts.ts';
import { addMemberRole } from '#lib/members/member-role.ts';
import type { MemberShare } from '#lib/members/member-share.ts';
import { memberShares } from '#lib/members/member-shares.ts';
import { whereOf } from '#lib/members/regions-of-members.ts';
import { RuleConditions } from '#lib/members/rule-conditions.ts';
import { READER_ROLE, roleNameOf, WRITER_ROLE } from '#lib/platform/role-names.ts';
import { VERSION } from '#lib/platform/version.ts';
import type { Settings } from '#lib/settings.ts';

export type MemberStackProps = StackProps & { settings: Settings; part: MemberPart; hubStack: string };

/**
 * What an account gets of Reeve in one Region: rules that forward events to the hub, a heartbeat, and in the
 * global Region the role that the hub reads with. No function and no asset, so that StackSets can carry it.
 */
export class MemberStack extends Stack {
  constructor(scope: Construct, id: string, { settings, part, hubStack, ...props }: MemberStackProps) {
    // Not the bootstrapless one, whose roles are those of a bootstrap: this one deploys as who runs it.
    super(scope, id, { ...props, synthesizer: new LegacyStackSynthesizer() });
    const hub = hubIdentity(settings, hubStack);
    const shares = memberShares(settings);
    const rules = rulesOfPart(part, whereOf(settings), shares);

    if (rules.length > 0) {
      const conditions = new RuleConditions(this, 'Rules', hub);
      const events = rules.map((rule) => ({ ...rule, condition: conditions.of(rule) }));
      const forwarding = new Forwarding(this, 'Forward', { hub, events });
      if (settings.heartbeat) {
        const heartbeat = new HeartbeatSchedule(this, 'Heartbeat', { version: VERSION });
        // It speaks as soon as it exists, and what cannot be forwarded then is dropped.
        heartbeat.node.addDependency(
          forwarding.node.findChild('Heartbeat'),
          forwarding.node.findChild('Role'),
        );
      }
    }
    if (part === 'rules' && settings.tags) addConfigRules(this, settings.tags);
    const reader = usersOf('reads', shares);
    if (part === 'global' && reader.actions.length > 0) {
      const description = 'What Reeve reads in this account';
      addMemberRole(this, 'Reader', { roleName: READER_ROLE, description, hub, ...reader });
    }
    if (part === 'writer') {
      const description = 'What Reeve may change in this account';
      addMemberRole(this, 'Writer', {
        roleName: WRITER_ROLE,
        description,
        hub,
        ...usersOf('writes', shares),
      });
    }
  }
}

/** What is done with a role in members, and by whom. */
function usersOf(what: 'reads' | 'writes', shares: MemberShare[]) {
  const users = shares.filter((share) => share[what].length > 0);
  return {
    actions: users.flatMap((share) => share[what]),
    trusted: users.map(({ capability }) => roleNameOf(capability)),
  };
}
