/** A recorder of AWS Config, as one account's Region has it. */
export type Recorder = {
  isRecording: boolean;
  /** Its last delivery failed. */
  isFailing: boolean;
  /** It belongs to another service of AWS and delivers nothing to anybody else. */
  isInternal: boolean;
  records: { all: boolean; only: string[]; except: string[] };
};

/** Recorded in one Region for all, so that the others lack them and nothing is amiss. */
const RECORDED_ONCE = /^AWS::IAM::(?:Group|Policy|Role|User)$/;

export type RecorderStanding =
  | { kind: 'no-recorder' | 'stopped' | 'failing' }
  /** `lacks`: types that it does not record. */
  | { kind: 'records'; lacks: string[] };

/** What the recorders of an account's Region see of some types. Several of them complete each other. */
export function recorderStanding(recorders: readonly Recorder[], types: readonly string[]): RecorderStanding {
  const own = recorders.filter(({ isInternal }) => !isInternal);
  if (own.length === 0) return { kind: 'no-recorder' };
  const recording = own.filter(({ isRecording }) => isRecording);
  if (recording.length === 0) return { kind: 'stopped' };
  const working = recording.filter(({ isFailing }) => !isFailing);
  if (working.length === 0) return { kind: 'failing' };
  const isSeen = (type: string) =>
    RECORDED_ONCE.test(type) || working.some(({ records }) => sees(records, type));
  return { kind: 'records', lacks: types.filter((type) => !isSeen(type)) };
}

function sees({ all, only, except }: Recorder['records'], type: string): boolean {
  return all ? !except.includes(type) : only.includes(type);
}
