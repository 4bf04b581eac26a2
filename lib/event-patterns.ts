import { RULE_NAME_PREFIX } from '#lambdas/contracts/tags/tag-policy.ts';

/** The events that Health alerts are made of. Only these exist: a prefix such as `aws.health*` would match nothing. */
export const HEALTH_EVENTS = {
  source: ['aws.health'],
  detailType: ['AWS Health Event', 'AWS Health Abuse Event'],
};

/** What every member and Region says once a day. */
export const HEARTBEATS = { source: ['reeve.heartbeat'], detailType: ['Heartbeat'] };

/**
 * What changes the directory of accounts. AWS sends these in the global Region of the management account, and
 * the API calls among them only where a trail records management events.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_cloudtrail-integration.html
 */
export const ORGANIZATION_EVENTS = {
  source: ['aws.organizations'],
  detailType: ['AWS Service Event via CloudTrail', 'AWS API Call via CloudTrail'],
  detail: {
    eventName: [
      'CreateAccountResult',
      'CloseAccountResult',
      'AccountJoinedOrganization',
      'AccountDepartedOrganization',
      'AcceptHandshake',
      'MoveAccount',
      'RemoveAccountFromOrganization',
      'LeaveOrganization',
      'UpdateOrganizationalUnit',
      'TagResource',
      'UntagResource',
    ],
  },
};

/**
 * What AWS Cost Anomaly Detection finds, in the global Region of the account whose monitor it is.
 * https://docs.aws.amazon.com/cost-management/latest/userguide/cad-eventbridge.html
 */
export const COST_ANOMALIES = { source: ['aws.ce'], detailType: ['Anomaly Detected'] };

/**
 * What Trusted Advisor says of each item when a check was refreshed, in the partition's global Region alone. What is fine
 * is among it: it ends what was told.
 * https://docs.aws.amazon.com/awssupport/latest/user/cloudwatch-events-ta.html
 */
export const ADVISOR_REFRESHES = {
  source: ['aws.trustedadvisor'],
  detailType: ['Trusted Advisor Check Item Refresh Notification'],
};

/**
 * What happens to cases of AWS Support, in the partition's global Region, and by best effort: who hears of one reads it.
 * https://docs.aws.amazon.com/awssupport/latest/user/event-bridge-support.html
 */
export const SUPPORT_CASE_UPDATES = { source: ['aws.support'], detailType: ['Support Case Update'] };

/** Types of ECS's events that come in masses, and are forwarded in part. */
const TASK_STATES = 'ECS Task State Change';
const INSTANCE_STATES = 'ECS Container Instance State Change';
const API_CALLS = ['AWS API Call via CloudTrail', 'AWS Service Event via CloudTrail'];
const TROUBLED_INSTANCES = ['DRAINING', 'REGISTRATION_FAILED'];

/** CDK's type knows texts alone; EventBridge takes what it takes everywhere else. */
const anythingBut = (...types: string[]) => [{ 'anything-but': types }] as unknown as string[];

/** All events of ECS that reach the hub, those of a type that AWS has still to make among them. */
export const FORWARDED_ECS_EVENTS = { source: ['aws.ecs'], detailType: anythingBut(...API_CALLS) };

/**
 * The events of ECS that can matter. Of tasks only the last state, and the notice two minutes before a Spot task ends;
 * of instances only trouble; of all else everything but the word that a service is steady. Types that nobody knows yet
 * are among them; API calls, which have the same source, are not.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_cwe_events.html
 */
export const ECS_RULES = {
  EcsStoppedTasks: {
    about: 'Tasks that have stopped',
    pattern: { source: ['aws.ecs'], detailType: [TASK_STATES], detail: { lastStatus: ['STOPPED'] } },
  },
  EcsSpotNotices: {
    about: 'Spot tasks that are about to stop',
    pattern: {
      source: ['aws.ecs'],
      detailType: [TASK_STATES],
      detail: { lastStatus: [{ 'anything-but': ['STOPPED'] }], stopCode: ['TerminationNotice'] },
    },
  },
  EcsTroubledInstances: {
    about: 'Container instances that drain, or could not register',
    pattern: { source: ['aws.ecs'], detailType: [INSTANCE_STATES], detail: { status: TROUBLED_INSTANCES } },
  },
  EcsLostAgents: {
    about: 'Container instances whose agent is disconnected',
    pattern: {
      source: ['aws.ecs'],
      detailType: [INSTANCE_STATES],
      detail: { status: [{ 'anything-but': TROUBLED_INSTANCES }], agentConnected: [false] },
    },
  },
  EcsServices: {
    about: 'Services, deployments, hooks, daemons, the health of instances, and what ECS may tell one day',
    pattern: {
      source: ['aws.ecs'],
      detailType: anythingBut(TASK_STATES, INSTANCE_STATES, ...API_CALLS),
      detail: { eventName: [{ exists: false }, { 'anything-but': { suffix: '_STEADY_STATE' } }] },
    },
  },
};

const OUR_RULES = [{ prefix: RULE_NAME_PREFIX }] as unknown as string[];
const COMPLIANCE_CHANGES = { source: ['aws.config'], detailType: ['Config Rules Compliance Change'] };

/** All evaluations of Reeve's own rules that reach the hub. */
export const FORWARDED_TAG_EVENTS = { ...COMPLIANCE_CHANGES, detail: { configRuleName: OUR_RULES } };

/**
 * What Reeve's own Config rules find, and what they find to be over. That something complies from the start, as nearly
 * everything does, stays where it is.
 * https://docs.aws.amazon.com/config/latest/developerguide/monitor-config-with-cloudwatchevents.html
 */
export const TAG_RULES = {
  TagViolations: {
    about: 'Resources that lack required tags',
    pattern: {
      ...COMPLIANCE_CHANGES,
      detail: { configRuleName: OUR_RULES, newEvaluationResult: { complianceType: ['NON_COMPLIANT'] } },
    },
  },
  TagsMended: {
    about: 'Resources that lacked required tags, and no longer do or are gone',
    pattern: {
      ...COMPLIANCE_CHANGES,
      detail: {
        configRuleName: OUR_RULES,
        newEvaluationResult: { complianceType: [{ 'anything-but': ['NON_COMPLIANT'] }] },
        oldEvaluationResult: { complianceType: ['NON_COMPLIANT'] },
      },
    },
  },
};
