/** The events that Health alerts are made of. Only these exist: a prefix such as `aws.health*` would match nothing. */
export const HEALTH_EVENTS = {
  source: ['aws.health'],
  detailType: ['AWS Health Event', 'AWS Health Abuse Event'],
};
