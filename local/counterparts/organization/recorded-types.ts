import type { Recorder, World } from './world.ts';

/** Whether a recorder delivers items of a resource type, or did until it was stopped. */
export function covers(recorder: Recorder, type: string): boolean {
  if (typeof recorder === 'string') return recorder === 'recording' || recorder === 'stopped';
  return recorder.except ? !recorder.except.includes(type) : recorder.only.includes(type);
}

/** Whether what changes now is seen by a recorder. */
export function records(recorder: Recorder, type: string): boolean {
  return recorder !== 'stopped' && covers(recorder, type);
}

/** How to find the recorder of an account and Region, of all accounts that are there now. */
export function recorderLookup({ accounts }: Pick<World, 'accounts'>) {
  const byAccount = new Map(accounts.map(({ id, recorders }) => [id, recorders]));
  return (account: string, region: string): Recorder => byAccount.get(account)?.[region] ?? 'none';
}

/** Whether a rule can be put into an account and Region. A service-linked recorder does not count. */
export function recorderPresence(world: Pick<World, 'accounts'>) {
  const recorderOf = recorderLookup(world);
  return (account: string, region: string): boolean => {
    const recorder = recorderOf(account, region);
    return recorder !== 'none' && recorder !== 'internal';
  };
}
