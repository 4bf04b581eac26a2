import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import type { Queue } from '#local/estate.ts';
import type { Caller } from '#local/proxy/caller.ts';

/** Where a sandbox is killed: at its function's call number `call`, before it is served or before it is answered. */
export type Crash = { function: string; call: number; when: 'before' | 'after' };

/** Kills a sandbox once, at that call; counts the calls of all functions. */
export function killAt(cloud: EmbeddedCloud, crash?: Crash) {
  const calls: Record<string, number> = {};
  const numbers = new WeakMap<object, number>();
  let pending = crash;

  const reach = async (call: object, { function: name, sandbox }: Caller, when: Crash['when']) => {
    if (when === 'before') {
      calls[name] = (calls[name] ?? 0) + 1;
      numbers.set(call, calls[name]);
    }
    const isIt = pending?.function === name && pending.when === when && pending.call === numbers.get(call);
    if (!isIt) return undefined;
    pending = undefined;
    await cloud.functions.kill(sandbox);
    return 'hang-up' as const;
  };
  const hook = {
    before: (call: object, caller: Caller) => reach(call, caller, 'before'),
    after: (call: object, caller: Caller) => reach(call, caller, 'after'),
  };
  cloud.proxy.addHook(hook);
  cloud.gateway.addHook(hook);
  return { calls, isPending: () => pending !== undefined };
}

/** Waits for longer than any message of the queues that matter is out of sight; not longer, since days may matter too. */
export async function recover(cloud: EmbeddedCloud, matters: (queue: Queue) => boolean): Promise<void> {
  const visibility = cloud.estate.queues
    .filter(matters)
    .map(({ visibilityTimeoutSeconds }) => visibilityTimeoutSeconds);
  cloud.clock.advance((Math.max(...visibility) + 60) * 1000);
  await cloud.settled();
}

/** The reference of an alert of the day, with which a retry may pass midnight. */
const OF_THE_DAY = /\b[A-Z2-9]{6}(?= · (?:heartbeat|trusted-advisor))|(?<="reference":")[A-Z2-9]{6}(?=")/g;

/** Checks that a run asked AWS to make anew: one that is killed in between did not count them. */
const REFRESHED = /, \d+ refreshed/g;

/** A message or file without the moments that a retry moves. */
export function timeless(text: string): string {
  return text
    .replaceAll(/<!date\^\d+\^[^>]*>/g, '<moment>')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'moment')
    .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/g, 'moment')
    .replaceAll(/"revision":\d+/g, '"revision":0')
    .replaceAll(REFRESHED, '')
    .replaceAll(OF_THE_DAY, 'of the day');
}
