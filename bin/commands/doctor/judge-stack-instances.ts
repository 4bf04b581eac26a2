import type { Observed } from '#bin/commands/doctor/finding.ts';

export type StackInstance = {
  account: string;
  region: string;
  status: string;
  detailedStatus: string;
  reason: string;
};

type StackSet = {
  /** Undefined: there is no such StackSet. */
  instances: StackInstance[] | undefined;
  /** The accounts in use that it should have reached, and where. */
  members: string[];
  regions: string[];
  /** Makes what is missing, and tries again what failed. */
  sendOut: string;
};

const DEPLOY = 'npx cdk deploy ReeveMembers';
/** Such a stack is left out of all updates. */
const FORGET = 'Take it out of the StackSet (delete-stack-instances --retain-stacks), delete the stack there';

/** What CloudFormation says of Config rules in an account that AWS Config does not record. */
const NO_RECORDER = /configuration ?recorder/i;

/** One finding for each account and Region, whatever CloudFormation calls its fault. */
export function judgeStackInstances(
  name: string,
  { instances, members, regions, sendOut }: StackSet,
): Observed[] {
  if (!instances) return [{ verdict: 'failed', text: `There is no StackSet ${name}`, mend: DEPLOY }];
  const known = new Set(instances.map(({ account, region }) => `${account}/${region}`));
  const missing = members.flatMap((account) =>
    regions
      .filter((region) => !known.has(`${account}/${region}`))
      .map(
        (region): Observed => ({
          account,
          region,
          verdict: 'failed',
          text: `No stack of ${name}`,
          mend: `${DEPLOY}; where that changes nothing, ${sendOut}`,
        }),
      ),
  );
  const inUse = new Set(members);
  return [
    ...missing,
    ...instances
      .filter(({ account }) => inUse.has(account))
      .map((instance) => judgeInstance(name, instance, sendOut)),
  ];
}

function judgeInstance(
  name: string,
  { account, region, status, detailedStatus, reason }: StackInstance,
  sendOut: string,
): Observed {
  const where = { account, region };
  if (detailedStatus === 'PENDING' || detailedStatus === 'RUNNING') {
    const mend = 'Ask again when the operation of the StackSet is over';
    return { ...where, verdict: 'warning', text: `The stack of ${name} is being deployed`, mend };
  }
  if (status === 'CURRENT') return { ...where, verdict: 'ok', text: `The stack of ${name} is current` };
  if (detailedStatus === 'SKIPPED_SUSPENDED_ACCOUNT') {
    return { ...where, verdict: 'ok', text: `${name} leaves suspended accounts aside` };
  }
  const isBlind = NO_RECORDER.test(reason);
  const first = isBlind ? 'Set AWS Config up there (see recorders)' : 'Mend what the reason says';
  return {
    ...where,
    // As of a recorder that is missing: required tags go on with the others.
    verdict: isBlind ? 'warning' : 'failed',
    text: `The stack of ${name} is ${status}${reason ? ` (${alike(reason)})` : ''}`,
    ...(reason ? { detail: reason } : {}),
    mend: `${status === 'INOPERABLE' ? FORGET : first}, then ${sendOut}`,
  };
}

/** The same reason of two accounts reads the same. */
function alike(reason: string): string {
  return reason
    .replaceAll(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '…')
    .replaceAll(/\b\d{12}\b/g, '…')
    .replaceAll(/\b[a-z]{2}(?:-[a-z]+)+-\d\b/g, '…');
}
