import type { Account } from '#lambdas/contracts/settings.ts';
import { NoReaderRoleError, RetryLaterError } from '#lambdas/runtime/errors.ts';
import { someAtOnce } from '#lambdas/runtime/some-at-once.ts';
import type { Blind, BlindReason } from '#lambdas/tag-coverage/blind/blind.ts';
import { recorderStanding } from '#lambdas/tag-coverage/blind/recorder.ts';
import { type OpenAccount } from '#lambdas/tag-coverage/read/account-api.ts';

/** AWS Config limits each account by itself. */
const ACCOUNTS_AT_ONCE = 10;

export type CheckPorts = { openAccount: OpenAccount; regions: readonly string[]; hasTime: () => boolean };

/** How an account's Region is seen: as a whole, but for the types that it lacks, or not at all. */
export type PlaceStanding = {
  account: string;
  region: string;
  lacks: string[] | 'all';
  /** IAM's types that it records, for all Regions of the account. */
  iam: string[];
  blind?: Blind;
  error?: unknown;
};

/** Of an account's Region that is seen. */
export type SeenStanding = Omit<PlaceStanding, 'lacks'> & { lacks: string[] };

/** Asks each account in each Region what AWS Config records there. Whoever cannot be asked is blind, and stops nobody. */
export async function checkPlaces(
  accounts: readonly Account[],
  types: readonly string[],
  ports: CheckPorts,
): Promise<PlaceStanding[]> {
  const standings: PlaceStanding[] = [];
  for await (const some of someAtOnce(accounts, ACCOUNTS_AT_ONCE, (one) => checkAccount(one, types, ports)))
    standings.push(...some);
  return standings;
}

async function checkAccount(
  account: Account,
  types: readonly string[],
  ports: CheckPorts,
): Promise<PlaceStanding[]> {
  const { regions } = ports;
  try {
    refuseWithoutTime(ports);
    const open = await ports.openAccount(account.id);
    const standings: PlaceStanding[] = [];
    for (const region of regions) standings.push(await checkRegion(account, region, { types, open, ports }));
    return standings;
  } catch (error) {
    return regions.map((region) => unasked(account, region, error));
  }
}

type Asking = { types: readonly string[]; open: Awaited<ReturnType<OpenAccount>>; ports: CheckPorts };

async function checkRegion(
  account: Account,
  region: string,
  { types, open, ports }: Asking,
): Promise<PlaceStanding> {
  try {
    refuseWithoutTime(ports);
    const standing = recorderStanding(await open(region).recorders(), types);
    if (standing.kind !== 'records') return blindPlace(account, region, standing.kind);
    const { lacks, iam } = standing;
    if (lacks.length === types.length)
      return { ...blindPlace(account, region, 'partial', lacks), lacks: 'all' };
    return lacks.length > 0
      ? { ...blindPlace(account, region, 'partial', lacks), lacks, iam }
      : { account: account.id, region, lacks, iam };
  } catch (error) {
    return unasked(account, region, error);
  }
}

const DENIED = new Set(['AccessDenied', 'AccessDeniedException']);
/** What AWS says of credentials in a Region that the account has not switched on. */
const SWITCHED_OFF = new Set(['UnrecognizedClientException', 'InvalidClientTokenId']);

function unasked(account: Account, region: string, error: unknown): PlaceStanding {
  const reason = reasonOf(error);
  // The others are how an estate may stand; this is a failure, which somebody should hear of.
  return { ...blindPlace(account, region, reason), ...(reason === 'unanswered' ? { error } : {}) };
}

function reasonOf(error: unknown): BlindReason {
  if (error instanceof NoReaderRoleError) return 'no-role';
  const name = error instanceof Error ? error.name : '';
  if (DENIED.has(name)) return 'refused';
  return SWITCHED_OFF.has(name) ? 'region-off' : 'unanswered';
}

export function blindPlace(
  { id, name }: Pick<Account, 'id' | 'name'>,
  region: string,
  reason: BlindReason,
  types?: string[],
): PlaceStanding {
  const account = { id, ...(name ? { name } : {}) };
  const blind = { account, region, reason, ...(types ? { types } : {}) };
  return { account: id, region, lacks: 'all', iam: [], blind };
}

function refuseWithoutTime({ hasTime }: Pick<CheckPorts, 'hasTime'>): void {
  if (!hasTime()) throw new RetryLaterError('No time was left');
}
