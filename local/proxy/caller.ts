/** Who made a call: one sandbox of one function, during one invocation. */
export type Caller = {
  function: string;
  sandbox: string;
  requestId?: string;
  /** The role whose credentials it used instead of its own. */
  roleArn?: string;
};

/** An access key that stands for another one's holder in a role. */
export type RoleSession = { of: string; roleArn: string };

export type RegisterCaller = (accessKeyId: string, caller: Caller | RoleSession) => void;

/** Callers by the access key id that each sandbox has for itself, and by those that it was given for roles. */
export class Callers {
  #byAccessKey = new Map<string, Caller | RoleSession>();

  readonly register: RegisterCaller = (accessKeyId, caller) => {
    this.#byAccessKey.set(accessKeyId, caller);
  };

  find(accessKeyId: string): Caller {
    const caller = this.#byAccessKey.get(accessKeyId) ?? { function: 'unknown', sandbox: 'unknown' };
    // Looked up anew each time: a warm sandbox uses the session in invocations that come later.
    return 'of' in caller ? { ...this.find(caller.of), roleArn: caller.roleArn } : caller;
  }
}
