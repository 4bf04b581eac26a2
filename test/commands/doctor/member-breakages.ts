import type { StackInstance, WorldAccount } from '#local/counterparts/organization/world.ts';
import { type Breakage, inWorld, MEMBER } from '#test/commands/doctor/breakage.ts';

const inMember = (change: (account: WorldAccount) => void) =>
  inWorld(({ accounts }) => accounts.filter(({ id }) => id === MEMBER).forEach(change));
const inStackSet = (part: string, region: string, change: Partial<StackInstance>) =>
  inWorld(({ stackSets }) => {
    const instances = stackSets[`ReeveHub-${part}`] ?? [];
    const found = instances.find((one) => one.account === MEMBER && one.region === region);
    if (found) Object.assign(found, change);
  });

/** Of a member account. */
export const memberBreakages: Breakage[] = [
  {
    what: 'an outdated stack',
    breakIt: inStackSet('backup', 'us-west-2', {
      status: 'OUTDATED',
      detailedStatus: 'FAILED',
      reason: `Role of ${MEMBER} exists`,
    }),
    told: {
      check: 'stack-instances',
      account: MEMBER,
      region: 'us-west-2',
      text: '(Role of … exists)',
      mend: 'create-stack-instances --stack-set-name ReeveHub-backup --deployment-targets OrganizationalUnitIds=r-a1b2 --regions us-west-2',
    },
  },
  {
    what: 'a stack that is not over yet',
    breakIt: inStackSet('global', 'us-east-1', { status: 'OUTDATED', detailedStatus: 'RUNNING' }),
    told: {
      check: 'stack-instances',
      account: MEMBER,
      verdict: 'warning',
      text: 'being deployed',
      mend: 'Ask again',
    },
  },
  {
    what: 'a stack that is missing',
    breakIt: inWorld(({ stackSets }) => {
      stackSets['ReeveHub-backup'] =
        stackSets['ReeveHub-backup']?.filter(({ account }) => account !== MEMBER) ?? [];
    }),
    told: {
      check: 'stack-instances',
      account: MEMBER,
      text: 'No stack of ReeveHub-backup',
      mend: 'npx cdk deploy ReeveMembers',
    },
  },
  {
    what: 'Config rules that are missing since the recorder came later',
    breakIt: inStackSet('rules', 'eu-west-1', {
      status: 'OUTDATED',
      detailedStatus: 'FAILED',
      reason: 'Configuration recorder is not available to put config rule.',
    }),
    told: {
      check: 'stack-instances',
      account: MEMBER,
      region: 'eu-west-1',
      verdict: 'warning',
      text: 'The stack of ReeveHub-rules is OUTDATED',
      mend: '(see recorders), then aws cloudformation create-stack-instances --stack-set-name ReeveHub-rules --deployment-targets OrganizationalUnitIds=r-a1b2 --regions eu-central-1 eu-west-1',
    },
  },
  {
    what: 'a StackSet that is missing',
    breakIt: inWorld(({ stackSets }) => {
      delete stackSets['ReeveHub-regional'];
    }),
    told: {
      check: 'stack-instances',
      text: 'There is no StackSet ReeveHub-regional',
      mend: 'npx cdk deploy ReeveMembers',
    },
  },
  {
    what: 'a silent Region',
    breakIt: ({ directory }) => {
      directory.heartbeats = directory.heartbeats.filter(
        ({ account, region }) => account !== MEMBER || region !== 'eu-west-1',
      );
    },
    told: { check: 'heartbeats', account: MEMBER, region: 'eu-west-1', text: 'Never heard', mend: 'runbook' },
  },
  {
    what: 'a Region that stayed behind',
    breakIt: ({ directory }) => {
      const beat = directory.heartbeats.find(({ account }) => account === MEMBER);
      if (beat) beat.version = '0.0.9';
    },
    told: {
      check: 'member-versions',
      account: MEMBER,
      verdict: 'warning',
      text: 'Runs version 0.0.9',
      mend: 'npx cdk deploy ReeveMembers',
    },
  },
  {
    what: 'an account without a plan',
    breakIt: inMember((account) => {
      account.supportPlan = 'basic';
    }),
    told: {
      check: 'support-plans',
      account: MEMBER,
      verdict: 'warning',
      text: 'No support plan',
      mend: 'Business Support+',
    },
  },
  {
    what: 'a stopped recorder',
    breakIt: inMember(({ recorders }) => {
      recorders['eu-west-1'] = 'stopped';
    }),
    told: {
      check: 'recorders',
      account: MEMBER,
      region: 'eu-west-1',
      verdict: 'warning',
      text: 'is stopped',
      mend: 'Set AWS Config up',
    },
  },
  {
    what: 'a recorder of an AWS service alone',
    breakIt: inMember(({ recorders }) => {
      recorders['eu-west-1'] = 'internal';
    }),
    told: {
      check: 'recorders',
      account: MEMBER,
      verdict: 'warning',
      text: 'No configuration recorder',
      mend: 'Set AWS Config up',
    },
  },
  {
    what: 'contacts that could not be read',
    breakIt: ({ directory }) => {
      const record = directory.accounts.find(({ id }) => id === MEMBER);
      if (record) record.contacts = { BILLING: null };
    },
    told: {
      check: 'contacts',
      account: MEMBER,
      verdict: 'unseen',
      text: 'contacts could not be read',
      mend: 'See contacts-access',
    },
  },
  {
    what: 'missing contacts',
    breakIt: ({ directory }) => {
      const record = directory.accounts.find(({ id }) => id === MEMBER);
      if (record) record.contacts = { ...record.contacts, SECURITY: null };
    },
    told: {
      check: 'contacts',
      account: MEMBER,
      verdict: 'warning',
      text: 'contacts are missing',
      mend: 'npm run reeve -- contacts',
    },
  },
];
