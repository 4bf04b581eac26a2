type Port = ((...of: unknown[]) => Promise<unknown>) | { [name: string]: Port };

/** A run that is killed before its call number `call` has effect, or after; what it asks from then on has no answer. */
export function killedAt(kill: { call: number; when: 'before' | 'after' } | undefined) {
  let [calls, isOver] = [0, false];
  const { promise: killed, resolve } = Promise.withResolvers<void>();
  const end = (): Promise<never> => {
    isOver = true;
    resolve();
    return new Promise(() => {});
  };
  const isNow = (when: 'before' | 'after', number: number) => kill?.when === when && kill.call === number;

  async function reach(call: () => Promise<unknown>): Promise<unknown> {
    if (isOver) return end();
    calls += 1;
    const number = calls;
    if (isNow('before', number)) return end();
    const answer = await call();
    return isOver || isNow('after', number) ? end() : answer;
  }

  function wrap<T extends object>(ports: T): T {
    const wrapped = Object.entries(ports as Record<string, Port>).map(([name, port]) => [
      name,
      typeof port === 'function' ? (...of: unknown[]) => reach(() => port(...of)) : wrap(port),
    ]);
    return Object.fromEntries(wrapped) as T;
  }

  return { killed, isOver: () => isOver, calls: () => calls, wrap };
}
