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
