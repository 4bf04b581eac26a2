import {
  AddCommunicationToCaseCommand,
  DescribeCasesCommand,
  paginateDescribeCommunications,
  ResolveCaseCommand,
  SupportClient,
} from '@aws-sdk/client-support';
import { askSupport } from '#lambdas/case-trackers/answer/ask-support.ts';
import type { CaseWriter } from '#lambdas/case-trackers/answer/case-writer.ts';
import { putPart } from '#lambdas/case-trackers/attach/file-client.ts';
import { uploadsClient } from '#lambdas/case-trackers/attach/uploads-client.ts';
import type { AnswerRoles } from '#lambdas/contracts/support/case-trackers-settings.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';
import { readerSession } from '#lambdas/runtime/reader-session.ts';

const TIMEOUTS = {
  connectionTimeout: 3000,
  requestTimeout: 15_000,
  throwOnRequestTimeout: true,
  socketTimeout: 15_000,
};
/** As AWS calls itself where it writes. */
const AWS_ITSELF = 'Amazon Web Services';

export type WriterPlace = { partition: string; region: string; roles?: AnswerRoles };

/**
 * AWS Support of any account: read by the role that lets itself be read, changed by the one that may answer. What changes
 * something is asked once: AWS would take a repeated message for another. Without roles, one's own account.
 */
export function writerClient({ partition, region, roles }: WriterPlace) {
  const clientAs = async (account: string, roleName: string | undefined, maxAttempts: number) =>
    new SupportClient({
      region,
      maxAttempts,
      requestHandler: TIMEOUTS,
      ...(roles && roleName
        ? {
            credentials: await readerSession(
              { partition, account },
              { roleName, externalId: roles.externalId },
            ),
          }
        : {}),
    });

  return async (account: string): Promise<CaseWriter> => {
    const reads = await clientAs(account, roles?.reader, 3);
    const writes = await clientAs(account, roles?.writer, 1);
    // An upload that is begun twice does no harm.
    const uploads = await clientAs(account, roles?.writer, 3);
    return {
      readCase: (displayId) =>
        askSupport(async () => {
          const question = { displayId, includeResolvedCases: true, includeCommunications: false };
          const { cases = [] } = await reads.send(new DescribeCasesCommand(question));
          const found = cases.find((one) => one.displayId === displayId);
          return found?.caseId ? { caseId: found.caseId, status: found.status ?? '' } : undefined;
        }),

      ownMessages: (caseId, since) => ownMessages(reads, caseId, since),

      ...uploadsClient(uploads, putPart),

      reply: (caseId, communicationBody, uploadIds = []) =>
        askSupport(async () => {
          const files = uploadIds.length > 0 ? { uploadIds } : {};
          const command = new AddCommunicationToCaseCommand({ caseId, communicationBody, ...files });
          const { result } = await writes.send(command);
          if (result === false) throw new PermanentError('AWS Support did not take a message');
        }),

      resolve: (caseId) =>
        askSupport(async () => void (await writes.send(new ResolveCaseCommand({ caseId })))),
    };
  };
}

async function* ownMessages(client: SupportClient, caseId: string, since: string): AsyncGenerator<string> {
  const pages = paginateDescribeCommunications({ client, pageSize: 100 }, { caseId });
  const page = pages[Symbol.asyncIterator]();
  for (;;) {
    const next = await askSupport(() => page.next());
    if (next.done) return;
    for (const { body = '', submittedBy, timeCreated = since } of next.value.communications ?? [])
      if (submittedBy !== AWS_ITSELF && Date.parse(timeCreated) >= Date.parse(since)) yield body;
  }
}
