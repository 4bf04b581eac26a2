import { uuidOf } from './stack-id.ts';
import type { WorldCase, WorldPermitRequest, WorldSupport } from './world-cases.ts';

/** Staff of AWS asks to see data of a case's account. Whether that sends an event on EventBridge is not known. */
export function askPermit(
  { permitRequests }: Pick<WorldSupport, 'permitRequests'>,
  { account, displayId }: WorldCase,
  actions: string[],
  at: number,
): WorldPermitRequest {
  const region = 'us-east-1';
  const id = uuidOf(`${account}/${displayId}/${permitRequests.length}`);
  const asked: WorldPermitRequest = {
    arn: `arn:aws:supportauthz:${region}:${account}:supportpermitrequest/${id}`,
    account,
    region,
    displayId,
    status: 'PENDING',
    actions,
    createdAt: at,
    updatedAt: at,
  };
  permitRequests.push(asked);
  return asked;
}

/** Somebody of the account decides, or AWS takes its request back. */
export function endPermitRequest(
  asked: WorldPermitRequest,
  status: Exclude<WorldPermitRequest['status'], 'PENDING'>,
  at: number,
): void {
  Object.assign(asked, { status, updatedAt: at });
}
