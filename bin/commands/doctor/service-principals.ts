/** Names of AWS's services in trusted access and delegated administration. */
export const STACK_SETS = 'member.org.stacksets.cloudformation.amazonaws.com';
export const HEALTH = 'health.amazonaws.com';
export const CONFIG = 'config.amazonaws.com';
export const ACCOUNTS = 'account.amazonaws.com';
