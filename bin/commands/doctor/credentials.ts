import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { PATIENT, type Pass, type Place, watched } from '#bin/commands/doctor/aws-clients.ts';
import type { Identity } from '#bin/commands/doctor/context.ts';
import { type Asker, isDenied } from '#bin/commands/doctor/refusal.ts';
import { Unseen } from '#bin/commands/doctor/unseen.ts';
import { externalIdOf } from '#lib/members/hub-identity.ts';
import {
  COST_READER_ROLE,
  ORGANIZATION_READER_ROLE,
  READER_ROLE,
  roleNameOf,
} from '#lib/platform/role-names.ts';

export type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken: string };

type Surroundings = {
  me: Identity;
  stack: string;
  hubAccount: string;
  managementAccount: string | undefined;
  homeRegion: string;
};

const DOCTOR = roleNameOf('doctor');
const SESSION = 'reeve-doctor';
/** Of the management account, by place; every other account has the reader role alone. */
const ROLES: Record<string, string> = { management: ORGANIZATION_READER_ROLE, costs: COST_READER_ROLE };

/**
 * The way into each account: one's own credentials where they are of that account, else from the hub account
 * by its role `reeve-doctor` into the reader roles. A way is tried once.
 */
export function openPasses(surroundings: Surroundings) {
  const { me, stack, hubAccount, managementAccount, homeRegion } = surroundings;
  const partition = me.arn.split(':')[1] ?? 'aws';
  const roleArn = (account: string, name: string) => `arn:${partition}:iam::${account}:role/${name}`;
  const taken = new Map<string, Promise<Credentials>>();

  /** Assumes a role once. */
  function take(arn: string, externalId: string | undefined, asker: Asker, by?: Credentials) {
    const known = taken.get(arn);
    if (known) return known;
    const fresh = assume(arn, externalId, asker, homeRegion, by);
    taken.set(arn, fresh);
    return fresh;
  }

  /** The doctor's role, or nothing where these are its credentials already. */
  async function asDoctor(): Promise<Credentials | undefined> {
    if (me.arn.includes(`:assumed-role/${DOCTOR}/`)) return undefined;
    const arn = roleArn(hubAccount, DOCTOR);
    const mend = `npx cdk deploy ReeveHub makes ${DOCTOR}; then allow sts:AssumeRole on ${arn} to ${me.arn}`;
    const asker = { account: hubAccount, region: homeRegion, as: me.arn, mend };
    return take(arn, undefined, asker).catch(notAssumed(asker, DOCTOR));
  }

  return async function passFor(place: Place, region: string): Promise<Pass> {
    const account = accountOf(place, surroundings);
    // What reads costs is a role even where the hub is the management account.
    if (account === me.account && place !== 'costs') {
      return { asker: { account, region, as: me.arn, mend: `Allow it to ${me.arn}` } };
    }
    if (me.account !== hubAccount || place === 'hub' || !managementAccount) {
      throw outOfReach(account, place, hubAccount);
    }
    const role = ROLES[place] ?? READER_ROLE;
    const mend = mendOf(place, managementAccount);
    const doctor = await asDoctor();
    const asker = { account, region: homeRegion, as: DOCTOR, mend };
    const arn = roleArn(account, role);
    const credentials = await take(arn, externalIdOf(stack), asker, doctor).catch(notAssumed(asker, role));
    return { asker: { account, region, as: role, mend }, credentials };
  };
}

function accountOf(place: Place, { hubAccount, managementAccount }: Surroundings): string {
  if (place === 'hub') return hubAccount;
  return place in ROLES ? (managementAccount ?? hubAccount) : place;
}

async function assume(
  arn: string,
  externalId: string | undefined,
  asker: Asker,
  region: string,
  by: Credentials | undefined,
): Promise<Credentials> {
  const config = { region, ...PATIENT, ...(by ? { credentials: by } : {}) };
  const client = watched(new STSClient(config), asker);
  const request = {
    RoleArn: arn,
    RoleSessionName: SESSION,
    ...(externalId ? { ExternalId: externalId } : {}),
  };
  const { Credentials: given } = await client.send(new AssumeRoleCommand(request));
  return {
    accessKeyId: given?.AccessKeyId ?? '',
    secretAccessKey: given?.SecretAccessKey ?? '',
    sessionToken: given?.SessionToken ?? '',
  };
}

function outOfReach(account: string, place: Place, hubAccount: string): Unseen {
  const text =
    place === 'hub' ? 'Only the hub account itself can answer' : 'Only the hub account can look into it';
  return new Unseen({ account, text, mend: `Ask with credentials of the hub account ${hubAccount}` });
}

/** STS says the same of a role that is not there and of one that does not trust. */
function notAssumed({ as, mend }: Asker, role: string) {
  return (error: unknown): never => {
    if (!(error instanceof Unseen) || !isDenied(error.cause)) throw error;
    const text = `${as} may not assume ${role} (sts:AssumeRole), or the role is not there`;
    throw new Unseen({ ...error.finding, text, mend }, { cause: error });
  };
}

function mendOf(place: Place, managementAccount: string): string {
  if (place in ROLES) {
    return `npx cdk deploy ReeveManagement, with credentials of the management account ${managementAccount}`;
  }
  return place === managementAccount
    ? `npx cdk deploy 'ReeveMember-*', with credentials of the management account ${managementAccount}`
    : 'npx cdk deploy ReeveMembers';
}
