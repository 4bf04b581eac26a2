import { someAtOnce } from '#lambdas/runtime/some-at-once.ts';
import type { OpenAccount } from '#lambdas/tag-coverage/read/account-api.ts';
import { GLOBAL, type Place, placeKey } from '#lambdas/tag-coverage/read/place.ts';
import { toSweptResource } from '#lambdas/tag-coverage/read/to-swept-resource.ts';
import { typeQueries } from '#lambdas/tag-coverage/read/type-queries.ts';

const TYPES_AT_ONCE = 3;
/** So many accounts and Regions are asked about a type, each about so many of its resources: AWS takes a hundred. */
const PLACES_ASKED = 5;
const ARNS_ASKED = 100;

export type CalibratePorts = {
  select: (expression: string) => AsyncIterable<string[]>;
  openAccount: OpenAccount;
  /** Where the services of global resources are asked. */
  globalRegion: string;
  /** An account could not be asked; others are. */
  report: (error: unknown) => void;
};

/**
 * The types whose tags AWS Config does not record: none of their resources bears a tag by its word, while some do by
 * the word of their service. Where nobody can say that any does, untagged is untagged.
 */
export async function calibrateTypes(unproven: readonly string[], ports: CalibratePorts): Promise<string[]> {
  const notRecorded: string[] = [];
  const asked = someAtOnce(unproven, TYPES_AT_ONCE, (type) =>
    records(type, ports).then(
      (isRecorded) => ({ type, isRecorded }),
      // Thrown below, in its turn: until then nobody would hear it.
      (error: unknown) => ({ type, isRecorded: true, failure: { error } }),
    ),
  );
  for await (const { type, isRecorded, ...rest } of asked) {
    if ('failure' in rest) throw rest.failure.error;
    if (!isRecorded) notRecorded.push(type);
  }
  return notRecorded;
}

async function records(type: string, ports: CalibratePorts): Promise<boolean> {
  const samples = new Map<string, Place & { arns: string[] }>();
  for (const query of typeQueries([type])) {
    for await (const rows of ports.select(query)) {
      for (const row of rows) {
        const { account, region, arn, tags } = toSweptResource(row);
        if (Object.keys(tags).length > 0) return true;
        if (arn) addSample(samples, { account, region }, arn);
      }
    }
  }
  for (const { account, region, arns } of samples.values()) {
    if (await hasTags({ account, region }, arns, ports)) return false;
  }
  return true;
}

function addSample(samples: Map<string, Place & { arns: string[] }>, place: Place, arn: string): void {
  const key = placeKey(place);
  const known = samples.get(key);
  if (known && known.arns.length < ARNS_ASKED) known.arns.push(arn);
  if (!known && samples.size < PLACES_ASKED) samples.set(key, { ...place, arns: [arn] });
}

async function hasTags(
  { account, region }: Place,
  arns: string[],
  { openAccount, globalRegion, report }: CalibratePorts,
): Promise<boolean> {
  try {
    const open = await openAccount(account);
    return await open(region === GLOBAL ? globalRegion : region).hasTags(arns);
  } catch (error) {
    report(error);
    return false;
  }
}
