import type { Settings } from '#lib/settings.ts';

/** What people call an account, by the settings; its number where they do not say. */
export function accountNames({ accounts }: Pick<Settings, 'accounts'>): (id: string) => string {
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  return (id) => {
    const name = names.get(id);
    return name ? `${name} (${id})` : id;
  };
}
