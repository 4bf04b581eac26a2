import type { Blind } from '#lambdas/tag-coverage/blind/blind.ts';
import { describeBlind } from '#lambdas/tag-coverage/blind/describe-blind.ts';
import { counted } from '#lambdas/tag-coverage/judge/percent-text.ts';

/** What a sweep left out, and why. */
export type LeftOut = {
  madeByAws: number;
  exempt: number;
  outOfScope: number;
  notRecorded: readonly string[];
  blind: readonly Blind[];
  /** How many each account is asked in. */
  regions: number;
};

/** What a reader of a table must know: what is not in its counts. */
export function toNotes({ madeByAws, exempt, outOfScope, notRecorded, blind, regions }: LeftOut): string[] {
  const counts: [number, string][] = [
    [madeByAws, 'that AWS made by itself'],
    [exempt, 'that an exemption holds for'],
    [outOfScope, 'that the policy is not meant for'],
  ];
  return [
    ...counts.flatMap(([count, which]) =>
      count > 0 ? [`Not counted: ${counted(count, 'resource')} ${which}.`] : [],
    ),
    ...notRecordedNote(notRecorded),
    ...describeBlind(blind, regions, Number.POSITIVE_INFINITY),
  ];
}

export function notRecordedNote(types: readonly string[]): string[] {
  if (types.length === 0) return [];
  return [
    `Not recorded: AWS Config keeps no tags of ${types.join(', ')}, though their services show some; not counted.`,
  ];
}
