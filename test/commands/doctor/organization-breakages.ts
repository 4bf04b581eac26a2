import { type Breakage, HUB, inWorld, MEMBER } from '#test/commands/doctor/breakage.ts';

const without = (services: string[] | undefined, name: string) =>
  services?.filter((service) => service !== name) ?? [];
const undelegated = (service: string) =>
  inWorld(({ delegatedAdministrators: of }) => {
    of[HUB] = without(of[HUB], service);
  });
const distrusted = (service: string) =>
  inWorld((world) => {
    world.trustedServices = without(world.trustedServices, service);
  });

/** Of what the Organization is set up with. */
export const organizationBreakages: Breakage[] = [
  {
    what: 'StackSets that were never activated',
    breakIt: inWorld((world) => {
      world.organizationsAccess = 'DISABLED';
    }),
    told: {
      check: 'stack-sets-access',
      text: 'is not enough',
      mend: 'aws cloudformation activate-organizations-access',
    },
  },
  {
    what: 'no trusted access for StackSets',
    breakIt: distrusted('member.org.stacksets.cloudformation.amazonaws.com'),
    told: {
      check: 'stack-sets-access',
      text: 'no trusted access',
      mend: 'aws cloudformation activate-organizations-access',
    },
  },
  {
    what: 'no delegation for StackSets',
    breakIt: undelegated('member.org.stacksets.cloudformation.amazonaws.com'),
    told: {
      check: 'delegated-administrators',
      text: 'member.org.stacksets',
      mend: `register-delegated-administrator --account-id ${HUB} --service-principal member.org.stacksets.cloudformation.amazonaws.com`,
    },
  },
  {
    what: 'no delegation for Health',
    breakIt: undelegated('health.amazonaws.com'),
    told: {
      check: 'delegated-administrators',
      text: 'health.amazonaws.com',
      mend: 'register-delegated-administrator',
    },
  },
  {
    what: 'no delegation for Config',
    breakIt: undelegated('config.amazonaws.com'),
    told: {
      check: 'delegated-administrators',
      text: 'config.amazonaws.com',
      mend: 'register-delegated',
    },
  },
  {
    what: 'no delegation for Config, which the Organization does not trust',
    breakIt: (deployment) => {
      undelegated('config.amazonaws.com')(deployment);
      distrusted('config.amazonaws.com')(deployment);
    },
    told: {
      check: 'delegated-administrators',
      text: 'config.amazonaws.com',
      mend: 'aws organizations enable-aws-service-access --service-principal config.amazonaws.com && aws organizations register-delegated-administrator',
    },
  },
  {
    what: 'an aggregator that somebody deleted',
    breakIt: inWorld((world) => {
      world.aggregators = [];
    }),
    told: {
      check: 'tag-aggregator',
      text: 'There is no aggregator ReeveHub-tags: no tags are counted',
      mend: 'npx cdk deploy ReeveHub --revert-drift',
    },
  },
  {
    what: 'an account that the aggregator could not collect from',
    breakIt: inWorld(({ aggregators: [aggregator] }) => {
      const status = { status: 'FAILED' as const, errorCode: 'AccessDenied' };
      if (aggregator) aggregator.sources = { [`${MEMBER}/eu-west-1`]: status };
    }),
    told: {
      check: 'tag-aggregator',
      verdict: 'warning',
      account: MEMBER,
      region: 'eu-west-1',
      text: 'could not collect',
      mend: 'Look at AWS Config there',
    },
  },
  {
    what: 'no delegation for contacts',
    breakIt: undelegated('account.amazonaws.com'),
    told: {
      check: 'delegated-administrators',
      verdict: 'warning',
      text: 'account.amazonaws.com',
      mend: 'register-delegated',
    },
  },
  {
    what: 'no trusted access for contacts',
    breakIt: distrusted('account.amazonaws.com'),
    told: {
      check: 'contacts-access',
      text: 'no trusted access',
      mend: 'enable-aws-service-access --service-principal account.amazonaws.com',
    },
  },
  {
    what: 'no organizational view',
    breakIt: inWorld(({ health }) => {
      health.organizationalView = false;
    }),
    told: {
      check: 'health-view',
      text: 'organizational view of Health is off',
      mend: 'enable-health-service-access-for-organization',
    },
  },
  {
    what: 'no trail',
    breakIt: inWorld(({ trails }) => trails.splice(0)),
    told: { check: 'trail', text: 'No trail', mend: 'Make one in CloudTrail' },
  },
  {
    what: 'a stopped trail',
    breakIt: inWorld(({ trails }) => trails.forEach((trail) => Object.assign(trail, { isLogging: false }))),
    told: {
      check: 'trail',
      text: 'No trail',
      mend: 'aws cloudtrail start-logging --name trail --region us-east-1, in the management account',
    },
  },
  {
    what: 'a trail of another Region',
    breakIt: inWorld(({ trails }) =>
      trails.forEach((trail) => Object.assign(trail, { isMultiRegion: false, homeRegion: 'eu-central-1' })),
    ),
    told: { check: 'trail', text: 'No trail', mend: 'all Regions' },
  },
  {
    what: 'a trail of reads',
    breakIt: inWorld(({ trails }) =>
      trails.forEach((trail) => Object.assign(trail, { readWriteType: 'ReadOnly' })),
    ),
    told: { check: 'trail', text: 'No trail', mend: 'management events' },
  },
];
