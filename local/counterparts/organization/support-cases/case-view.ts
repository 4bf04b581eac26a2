import { statusOf, type WorldCase, type WorldCommunication, type WorldSupport } from '../world-cases.ts';

const MEGABYTE = 1024 * 1024;
/** Larger files are not in `attachmentSet`, nor does DescribeAttachment give them. */
export const LARGE_BYTES = 5 * MEGABYTE;
const MONTHS_KEPT = 24;

/** What readers see of an account's cases at a moment: not what is too new, nor what is too old. */
export function visibleCases({ cases, habits }: WorldSupport, account: string, now: number): WorldCase[] {
  const { oldest, newest } = horizonsOf(habits.readLagMs, now);
  return cases
    .filter((one) => one.account === account && one.createdAt >= oldest && one.createdAt <= newest)
    .map((one) => ({
      ...one,
      history: one.history.filter(({ at }) => at <= newest),
      communications: one.communications.filter(({ at }) => at <= newest).toSorted((a, b) => a.at - b.at),
    }));
}

function horizonsOf(readLagMs: number, now: number): { oldest: number; newest: number } {
  const oldest = new Date(now);
  oldest.setUTCMonth(oldest.getUTCMonth() - MONTHS_KEPT);
  return { oldest: oldest.getTime(), newest: readLagMs > 0 ? now - readLagMs : Infinity };
}

/** A case as DescribeCases shows it, without its messages. */
export function caseShape(one: WorldCase, caseId: string) {
  return {
    caseId,
    displayId: one.displayId,
    subject: one.subject,
    status: statusOf(one),
    serviceCode: one.serviceCode,
    categoryCode: one.categoryCode,
    severityCode: one.severityCode,
    submittedBy: one.submittedBy,
    timeCreated: new Date(one.createdAt).toISOString(),
    ccEmailAddresses: one.cc,
    language: one.language,
  };
}

export function communicationShape(
  { at, submittedBy, body, attachments }: WorldCommunication,
  caseId: string,
) {
  const details = ({ id, fileName }: (typeof attachments)[number]) => ({ attachmentId: id, fileName });
  return {
    caseId,
    body,
    submittedBy,
    timeCreated: new Date(at).toISOString(),
    attachments: attachments.map(details),
    attachmentSet: attachments.filter(({ bytes }) => bytes <= LARGE_BYTES).map(details),
  };
}
