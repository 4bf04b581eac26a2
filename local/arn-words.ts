import type { Schedule } from '#local/estate.ts';
import { targetKind } from '#local/target-kind.ts';

/** The name at the end of an ARN. */
export function nameIn(arn: string): string {
  return arn.slice(Math.max(arn.lastIndexOf(':'), arn.lastIndexOf('/')) + 1);
}

/** `default bus of 111122223333 in eu-west-1` */
export function busWords(arn: string): string {
  const [, , , region, account] = arn.split(':');
  return `${nameIn(arn)} bus of ${account} in ${region}`;
}

/** What a schedule does when it fires. */
export function scheduleWords({ targetArn, event }: Schedule): string {
  switch (targetKind(targetArn)) {
    case 'bus':
      return `puts ${event?.detailType} on the ${busWords(targetArn)}`;
    case 'queue':
      return `sends to ${nameIn(targetArn)}`;
    default:
      return `invokes ${nameIn(targetArn)}`;
  }
}
