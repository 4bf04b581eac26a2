/** The names of AWS's services in trusted access and delegated administration. */
export const ACCOUNT_SERVICE = 'account.amazonaws.com';
export const CONFIG_SERVICE = 'config.amazonaws.com';
export const HEALTH_SERVICE = 'health.amazonaws.com';
export const STACK_SETS_SERVICE = 'member.org.stacksets.cloudformation.amazonaws.com';
