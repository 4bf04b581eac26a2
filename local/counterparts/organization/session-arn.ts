import { createHash } from 'node:crypto';
import type { Identity } from './identities.ts';

/** How STS names somebody: a role by its session, without its path; anybody else by their own ARN. */
export function sessionOf({ arn, session = 'session' }: Identity): { arn: string; id: string } {
  const unique = createHash('sha256').update(arn).digest('hex').slice(0, 17).toUpperCase();
  const role = /^arn:([^:]+):iam::(\d{12}):role\/(?:.+\/)?([^/]+)$/.exec(arn);
  if (!role) return { arn, id: `AIDA${unique}` };
  const [, partition, account, name] = role;
  return {
    arn: `arn:${partition}:sts::${account}:assumed-role/${name}/${session}`,
    id: `AROA${unique}:${session}`,
  };
}
