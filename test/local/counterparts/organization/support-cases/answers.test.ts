import { afterEach, beforeEach, expect, test } from 'vitest';
import { CASE_ANSWERS } from '#local/counterparts/organization/support-cases/answer-shapes.ts';
import {
  CASE_REQUESTS,
  type CaseOperationName,
} from '#local/counterparts/organization/support-cases/request-shapes.ts';
import { problemsOf } from '#local/counterparts/organization/support-cases/shape.ts';
import { MEMBER, type ServedWorld, servedWorld } from '#test/local/counterparts/organization/served-world.ts';

let served: ServedWorld;
beforeEach(async () => {
  served = await servedWorld();
});
afterEach(() => served.close());

const TOPIC = { issueType: 'technical', serviceCode: 'aws-lambda', categoryCode: 'invocation' };

/** As it goes over the wire, before an SDK leaves out what it does not know. */
async function ask(operation: string, input: object): Promise<{ status: number; answer: object }> {
  const scope = `${served.keyOf(MEMBER)}/20261123/us-east-1/support/aws4_request`;
  const response = await fetch(served.url, {
    method: 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${scope}`,
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSSupport_20130415.${operation}`,
    },
    body: JSON.stringify(input),
  });
  return { status: response.status, answer: (await response.json()) as object };
}

/** What is asked of each operation, of the usual cases. */
function questions(): Record<CaseOperationName, object> {
  const { cases } = served.world.support;
  const [caseId] = cases.find(({ account }) => account === MEMBER)?.caseIds ?? [];
  const files = cases.flatMap(({ account, communications }) =>
    account === MEMBER ? communications.flatMap(({ attachments }) => attachments) : [],
  );
  const [file] = files;
  if (file) file.bytes = 100;
  served.world.support.uploads['upload-1'] = { account: MEMBER, fileName: 'a', bytes: 1, parts: {} };
  return {
    DescribeCases: { includeResolvedCases: true, maxResults: 10 },
    DescribeCommunications: { caseId },
    DescribeAttachment: { attachmentId: file?.id },
    GetAttachmentDownloadLink: { attachmentId: file?.id },
    CreateCase: { subject: 'It fails', communicationBody: 'Why?' },
    AddCommunicationToCase: { caseId, communicationBody: 'More' },
    ResolveCase: { caseId },
    AddAttachmentsToSet: { attachments: [{ fileName: 'a.txt', data: 'YQ==' }] },
    DescribeServices: {},
    DescribeSeverityLevels: {},
    DescribeSupportedLanguages: TOPIC,
    DescribeCreateCaseOptions: { ...TOPIC, language: 'ja' },
    GetAttachmentUploadLinks: { fileName: 'a', fileSizeBytes: 100_000_000 },
    CompleteAttachmentUpload: { uploadId: 'upload-1', completedUploads: [] },
    DescribeAttachmentUploadStatus: { uploadId: 'upload-1' },
  };
}
const NAMES = Object.keys(CASE_REQUESTS) as CaseOperationName[];

test.each(NAMES)('%s answers in the shape of the service model', async (name) => {
  const { status, answer } = await ask(name, questions()[name]);
  expect([status, problemsOf(CASE_ANSWERS[name], answer)]).toEqual([200, []]);
  expect(Object.keys(answer)).not.toEqual([]);
});

test.each(NAMES)('%s refuses what its model does not know, and does nothing in a dry run', async (name) => {
  const input = questions()[name];
  const before = structuredClone(served.world);
  expect(await ask(name, { ...input, other: 1 })).toMatchObject({
    status: 400,
    answer: { __type: 'ValidationException' },
  });
  expect(await ask(name, { ...input, dryRun: true })).toMatchObject({
    status: 400,
    answer: { __type: 'DryRunOperationException' },
  });
  expect(served.world).toEqual(before);
});
