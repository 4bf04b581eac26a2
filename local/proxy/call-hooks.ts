import type { Caller } from './caller.ts';

/** What a hook decides: nothing, an answer of its own, or to close the connection without one. */
type HookVerdict<Answer> = void | Answer | 'hang-up';

/** Stands in the way of every call: may delay it, answer it, or cut its connection before or after it was served. */
export type CallHook<Call, Answer> = {
  before?: (call: Call, caller: Caller) => Promise<HookVerdict<Answer>>;
  after?: (call: Call, caller: Caller, answer: Answer) => Promise<HookVerdict<Answer>>;
};

export type Exchange<Answer> = { answer?: Answer; delivered: boolean };

/** The hooks of one server, in the order they were added: the first to answer a call before it is served wins. */
export class CallHooks<Call, Answer> {
  #hooks = new Set<CallHook<Call, Answer>>();

  add(hook: CallHook<Call, Answer>): () => void {
    this.#hooks.add(hook);
    return () => void this.#hooks.delete(hook);
  }

  /** Serves one call between its hooks. A call whose caller is gone by then is not served. */
  async run(
    call: Call,
    caller: Caller,
    serve: (call: Call) => Promise<Answer>,
    isCallerGone: () => boolean,
  ): Promise<Exchange<Answer>> {
    const hooks = [...this.#hooks];
    const verdict = await firstVerdict(hooks, call, caller);
    if (verdict === 'hang-up' || isCallerGone()) return { delivered: false };

    let answer = verdict ?? (await serve(call));
    for (const hook of hooks) {
      const change = await hook.after?.(call, caller, answer);
      if (change === 'hang-up') return { answer, delivered: false };
      answer = change ?? answer;
    }
    return { answer, delivered: !isCallerGone() };
  }
}

async function firstVerdict<Call, Answer>(hooks: CallHook<Call, Answer>[], call: Call, caller: Caller) {
  for (const hook of hooks) {
    const verdict = await hook.before?.(call, caller);
    if (verdict) return verdict;
  }
  return undefined;
}
