import type { Context } from '#bin/commands/doctor/context.ts';

/** Why a check of the Organization need not be asked. */
export function unlessOrganization({ settings }: Pick<Context, 'settings'>): string | undefined {
  return settings.organization ? undefined : 'There is no organization in reeve.config.ts';
}

/** Why a check of what members need need not be asked. */
export function unlessMemberHub({ settings, hubAccount }: Pick<Context, 'settings' | 'hubAccount'>) {
  if (settings.organization?.managementAccount === hubAccount) return 'The hub is the management account';
  return unlessOrganization({ settings });
}
