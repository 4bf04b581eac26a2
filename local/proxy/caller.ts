/** Who made a call: one sandbox of one function, during one invocation. */
export type Caller = { function: string; sandbox: string; requestId?: string };

export type RegisterCaller = (accessKeyId: string, caller: Caller) => void;

/** Callers by the access key id that each sandbox has for itself. */
export class Callers {
  #byAccessKey = new Map<string, Caller>();

  readonly register: RegisterCaller = (accessKeyId, caller) => {
    this.#byAccessKey.set(accessKeyId, caller);
  };

  find(accessKeyId: string): Caller {
    return this.#byAccessKey.get(accessKeyId) ?? { function: 'unknown', sandbox: 'unknown' };
  }
}
