import { randomBytes } from 'node:crypto';

/** Who signs with an access key: an account, and the role that was assumed there, with the session's name. */
export type Identity = { accountId: string; arn: string; session?: string };

/** The holders of access keys. A key that nobody was given belongs to the hub account, as its functions do. */
export class Identities {
  #byAccessKey = new Map<string, Identity>();
  readonly #everybody: Identity;

  constructor(everybody: Identity) {
    this.#everybody = everybody;
  }

  /** Makes an access key for an identity. */
  issue(identity: Identity): string {
    const accessKeyId = `ASIA${randomBytes(8).toString('hex').toUpperCase()}`;
    this.register(accessKeyId, identity);
    return accessKeyId;
  }

  /** Remembers whose an access key is that was made elsewhere. */
  register(accessKeyId: string, identity: Identity): void {
    this.#byAccessKey.set(accessKeyId, identity);
  }

  find(accessKeyId: string): Identity {
    return this.#byAccessKey.get(accessKeyId) ?? this.#everybody;
  }
}
