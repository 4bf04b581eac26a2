import { type AwsCall, AwsError } from '#local/proxy/aws-call.ts';

const GLOBAL_REGION = 'us-east-1';

/** Refuses a call to a service that is only in us-east-1 when it was signed for another Region. */
export function refuseOtherRegions({ region }: AwsCall): void {
  if (region === GLOBAL_REGION) return;
  const message = `Credential should be scoped to a valid region, not '${region}'.`;
  throw new AwsError('InvalidSignatureException', message);
}
