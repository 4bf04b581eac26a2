import { isIamType } from '#lambdas/tag-coverage/blind/global-types.ts';

/** A recorder of AWS Config, as one account's Region has it. */
export type Recorder = {
  isRecording: boolean;
  /** Its last delivery failed. */
  isFailing: boolean;
  /** It belongs to another service of AWS and delivers nothing to anybody else. */
  isInternal: boolean;
  /** `iam`: of one for all, whether it is for IAM's types too. */
  records: { all: boolean; only: string[]; except: string[]; iam: boolean };
};

export type RecorderStanding =
  | { kind: 'no-recorder' | 'stopped' | 'failing' }
  /** `lacks`: types that it does not record, but for IAM's: `iam` names those of them that it does. */
  | { kind: 'records'; lacks: string[]; iam: string[] };

/** What the recorders of an account's Region see of some types. Several of them complete each other. */
export function recorderStanding(recorders: readonly Recorder[], types: readonly string[]): RecorderStanding {
  const own = recorders.filter(({ isInternal }) => !isInternal);
  if (own.length === 0) return { kind: 'no-recorder' };
  const recording = own.filter(({ isRecording }) => isRecording);
  if (recording.length === 0) return { kind: 'stopped' };
  const working = recording.filter(({ isFailing }) => !isFailing);
  if (working.length === 0) return { kind: 'failing' };
  const isSeen = (type: string) => working.some(({ records }) => sees(records, type));
  return {
    kind: 'records',
    lacks: types.filter((type) => !isIamType(type) && !isSeen(type)),
    iam: types.filter((type) => isIamType(type) && isSeen(type)),
  };
}

function sees({ all, only, except, iam }: Recorder['records'], type: string): boolean {
  if (!all) return only.includes(type);
  return !except.includes(type) && (iam || !isIamType(type));
}
