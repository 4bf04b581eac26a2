import { DescribeAttachmentCommand, GetAttachmentDownloadLinkCommand } from '@aws-sdk/client-support';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';
import type { Ask } from '#lambdas/support-cases/read/ask.ts';
import { attachmentUrl } from '#lambdas/support-cases/read/attachment-url.ts';
import type { CaseApi, ReadAttachment } from '#lambdas/support-cases/read/case-api.ts';
import { getUrl } from '#lambdas/support-cases/read/https-client.ts';
import { isUnknownAttachment, stateOf } from '#lambdas/support-cases/read/support-errors.ts';

/** What S3 says of a link that has expired. */
const EXPIRED = new Set([400, 403]);

/**
 * A file of any size, as a stream, by a link that AWS gives out for an hour. Where no link can be had or followed, the older
 * call, which gives whole files of 5 MB at most.
 */
export function attachmentClient({ ask }: { ask: Ask }): CaseApi['attachment'] {
  return async (id) => {
    try {
      return (await byLink(id, ask)) ?? (await byLink(id, ask)) ?? refuseLink();
    } catch (error) {
      if (isUnknownAttachment(error)) return undefined;
      // The older call would be told the same.
      if (['throttled', 'no-plan'].includes(stateOf(error))) throw error;
      return whole(id, ask, error);
    }
  };
}

/** Undefined where the link is not good any more. */
async function byLink(id: string, ask: Ask): Promise<ReadAttachment | undefined> {
  const command = new GetAttachmentDownloadLinkCommand({ attachmentId: id });
  const { fileName = '', downloadUrl } = await ask((client) => client.send(command));
  const url = attachmentUrl(downloadUrl?.url);
  if (!url) throw new RetryLaterError('The link to an attachment leads elsewhere');
  const answer = await getUrl(url);
  if (answer.statusCode === 200) return { fileName, chunks: answer };
  answer.destroy();
  if (EXPIRED.has(answer.statusCode ?? 0)) return undefined;
  throw new RetryLaterError('An attachment was not sent', { fields: { status: answer.statusCode } });
}

function refuseLink(): never {
  throw new RetryLaterError('The link to an attachment is refused');
}

async function whole(id: string, ask: Ask, failure: unknown): Promise<ReadAttachment | undefined> {
  try {
    const command = new DescribeAttachmentCommand({ attachmentId: id });
    const { attachment } = await ask((client) => client.send(command));
    if (!attachment?.data) throw failure;
    return { fileName: attachment.fileName ?? '', chunks: once(attachment.data) };
  } catch (error) {
    if (isUnknownAttachment(error)) return undefined;
    throw failure;
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
