import { randomBytes } from 'node:crypto';
import { AwsError } from '#local/proxy/aws-call.ts';
import type { WorldAttachment, WorldAttachmentSet } from '../world-cases.ts';
import { attachmentLink } from './attachment-link.ts';
import type { CaseCaller, CaseOperation } from './case-caller.ts';
import { LARGE_BYTES, visibleCases } from './case-view.ts';

const SET_MS = 60 * 60_000;
const MOST_IN_SET = 3;

/** https://docs.aws.amazon.com/awssupport/latest/APIReference/API_DescribeAttachment.html */
export const describeAttachment: CaseOperation<{ attachmentId: string }> = ({ attachmentId }, caller) => {
  const attachment = knownAttachment(attachmentId, caller);
  if (attachment.bytes > LARGE_BYTES)
    throw new AwsError('InvalidParameterValueException', 'The attachment is larger than 5 MB.');
  return () => ({
    attachment: { fileName: attachment.fileName, data: contentOf(attachment).toString('base64') },
  });
};

/** https://docs.aws.amazon.com/awssupport/latest/APIReference/API_GetAttachmentDownloadLink.html */
export const getAttachmentDownloadLink: CaseOperation<{ attachmentId: string }> = (
  { attachmentId },
  caller,
) => {
  const { fileName } = knownAttachment(attachmentId, caller);
  const path = `${caller.account.id}/${encodeURIComponent(attachmentId)}`;
  const { region } = caller.call;
  const expiresAt = caller.now + caller.support.habits.linkMs;
  return () => ({ fileName, downloadUrl: attachmentLink({ kind: 'download', region, path, expiresAt }) });
};

type Addition = { attachmentSetId?: string; attachments: { fileName?: string; data?: string }[] };

/** https://docs.aws.amazon.com/awssupport/latest/APIReference/API_AddAttachmentsToSet.html */
export const addAttachmentsToSet: CaseOperation<Addition> = ({ attachmentSetId, attachments }, caller) => {
  const { support, account, now } = caller;
  const former = attachmentSetId === undefined ? [] : openSet(attachmentSetId, caller).attachments;
  const added = attachments.map(({ fileName = '', data = '' }) => ({
    id: newId('attachment'),
    fileName,
    bytes: Buffer.from(data, 'base64').length,
    data,
  }));
  if (former.length + added.length > MOST_IN_SET || added.some(({ bytes }) => bytes > LARGE_BYTES))
    throw new AwsError('AttachmentSetSizeLimitExceeded', 'A set holds three files of 5 MB each.');
  return () => {
    const id = attachmentSetId ?? newId('as');
    const set = (support.attachmentSets[id] ??= {
      account: account.id,
      expiresAt: now + SET_MS,
      attachments: [],
    });
    set.attachments.push(...added);
    // AWS writes this one without a colon in its offset.
    const expiryTime = new Date(set.expiresAt).toISOString().replace('Z', '+0000');
    return { attachmentSetId: id, expiryTime };
  };
};

/** A set that a message may take along. */
export function openSet(id: string, { support, account, now }: CaseCaller): WorldAttachmentSet {
  const set = support.attachmentSets[id];
  if (set?.account !== account.id)
    throw new AwsError(
      'AttachmentSetIdNotFound',
      'An attachment set with the specified ID could not be found.',
    );
  if (set.expiresAt <= now)
    throw new AwsError('AttachmentSetExpired', 'The attachment set has expired. It lasts an hour.');
  return set;
}

function knownAttachment(id: string, { support, account, now }: CaseCaller): WorldAttachment {
  const found = visibleCases(support, account.id, now)
    .flatMap(({ communications }) => communications)
    .flatMap(({ attachments }) => attachments)
    .find((attachment) => attachment.id === id);
  if (!found)
    throw new AwsError('AttachmentIdNotFound', 'An attachment with the specified ID could not be found.');
  return found;
}

/** The bytes of a file. */
export function contentOf({ bytes, data, fileName }: WorldAttachment): Buffer {
  return data === undefined ? Buffer.alloc(bytes, `${fileName}\n`) : Buffer.from(data, 'base64');
}

const newId = (kind: string) => `${kind}-${randomBytes(16).toString('hex')}`;
