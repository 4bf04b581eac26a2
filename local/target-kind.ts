/** What rules and schedules can be for. */
export type TargetKind = 'function' | 'queue' | 'bus';

/** The kind of target that an ARN names; none for what is not emulated. */
export function targetKind(arn: string): TargetKind | undefined {
  const [, , service, , , resource = ''] = arn.split(':');
  if (service === 'lambda') return 'function';
  if (service === 'sqs') return 'queue';
  return service === 'events' && resource.startsWith('event-bus/') ? 'bus' : undefined;
}
