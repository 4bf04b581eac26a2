import {
  CompleteAttachmentUploadCommand,
  DescribeAttachmentUploadStatusCommand,
  GetAttachmentUploadLinksCommand,
  type SupportClient,
} from '@aws-sdk/client-support';
import { askSupport } from '#lambdas/case-trackers/answer/ask-support.ts';
import type { CaseWriter } from '#lambdas/case-trackers/answer/case-writer.ts';
import type { PutPart } from '#lambdas/case-trackers/attach/fetch-file.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';

/**
 * Brings files to AWS Support, where they wait for a message. Each call may be repeated: an upload that nobody names expires.
 * https://docs.aws.amazon.com/awssupport/latest/APIReference/API_GetAttachmentUploadLinks.html
 */
export function uploadsClient(
  client: SupportClient,
  putPart: PutPart,
): Pick<CaseWriter, 'upload' | 'uploadState'> {
  const linksOf = (question: GetAttachmentUploadLinksCommand['input']) =>
    client.send(new GetAttachmentUploadLinksCommand(question));

  return {
    upload: (fileName, bytes) =>
      askSupport(async () => {
        let links = await linksOf({ fileName, fileSizeBytes: bytes.length });
        const { uploadId = '', partSizeBytes = bytes.length, totalParts = 1 } = links;
        const completedUploads: { partIndex: number; eTag: string }[] = [];
        for (;;) {
          for (const { partIndex = 0, url = '' } of links.uploadUrls ?? []) {
            const part = bytes.subarray((partIndex - 1) * partSizeBytes, partIndex * partSizeBytes);
            completedUploads.push({ partIndex, eTag: await putPart(url, part) });
          }
          const { nextIndex: startIndex } = links;
          if (!startIndex) break;
          if (completedUploads.length !== startIndex - 1 || startIndex > totalParts)
            throw new PermanentError('AWS Support counts the parts of a file otherwise');
          links = await linksOf({ fileName, uploadId, uploadRange: { startIndex } });
        }
        await client.send(new CompleteAttachmentUploadCommand({ uploadId, completedUploads }));
        return uploadId;
      }),

    uploadState: (uploadId) =>
      askSupport(async () => {
        const { uploadStatus } = await client.send(new DescribeAttachmentUploadStatusCommand({ uploadId }));
        if (uploadStatus === 'attachment-ready') return 'ready';
        return uploadStatus === 'failed' ? 'failed' : 'waiting';
      }),
  };
}
