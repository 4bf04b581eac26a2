import { blob, flag, integer, list, type Structure, structure, text } from './shape.ts';

const dryRun = flag;
const page = { nextToken: text(), maxResults: integer({ min: 10, max: 100 }) };
const span = { afterTime: text(), beforeTime: text() };
const body = text({ min: 1, max: 8000 });
const uploadId = text({ min: 1, max: 2048 });
const files = { attachmentSetId: text(), uploadIds: list(uploadId, { min: 0, max: 10 }) };
const ccEmailAddresses = list(text(), { min: 0, max: 10 });
/** For questions about languages only. */
const code = text({ min: 0, max: 100 });

/** What may be asked of AWS Support about cases: required members, lengths and types as its service model has them. */
export const CASE_REQUESTS = {
  DescribeCases: structure({
    caseIdList: list(text(), { min: 0, max: 100 }),
    displayId: text(),
    ...span,
    includeResolvedCases: flag,
    ...page,
    language: text(),
    includeCommunications: flag,
    dryRun,
  }),
  DescribeCommunications: structure({ 'caseId!': text(), ...span, ...page, dryRun }),
  DescribeAttachment: structure({ 'attachmentId!': text(), dryRun }),
  GetAttachmentDownloadLink: structure({ 'attachmentId!': text(), dryRun }),
  CreateCase: structure({
    'subject!': text(),
    'communicationBody!': body,
    serviceCode: text(),
    severityCode: text(),
    categoryCode: text(),
    ccEmailAddresses,
    language: text(),
    issueType: text(),
    ...files,
    dryRun,
  }),
  AddCommunicationToCase: structure({
    'communicationBody!': body,
    caseId: text(),
    ccEmailAddresses,
    ...files,
    dryRun,
  }),
  ResolveCase: structure({ caseId: text(), dryRun }),
  AddAttachmentsToSet: structure({
    'attachments!': list(structure({ fileName: text(), data: blob })),
    attachmentSetId: text(),
    dryRun,
  }),
  DescribeServices: structure({
    serviceCodeList: list(text(), { min: 0, max: 100 }),
    language: text(),
    dryRun,
  }),
  DescribeSeverityLevels: structure({ language: text(), dryRun }),
  DescribeSupportedLanguages: structure({
    'issueType!': text({ min: 9, max: 22 }),
    'serviceCode!': code,
    'categoryCode!': code,
    dryRun,
  }),
  DescribeCreateCaseOptions: structure({
    'issueType!': text(),
    'serviceCode!': text(),
    'language!': text(),
    'categoryCode!': text(),
    dryRun,
  }),
  GetAttachmentUploadLinks: structure({
    'fileName!': text(),
    fileSizeBytes: integer({ min: 1, max: 157_286_400 }),
    uploadId,
    uploadRange: structure({ 'startIndex!': integer({ min: 1 }), endIndex: integer({ min: 2 }) }),
    dryRun,
  }),
  CompleteAttachmentUpload: structure({
    'uploadId!': uploadId,
    'completedUploads!': list(structure({ 'partIndex!': integer(), 'eTag!': text({ min: 1, max: 256 }) })),
    dryRun,
  }),
  DescribeAttachmentUploadStatus: structure({ 'uploadId!': uploadId, dryRun }),
} satisfies Record<string, Structure>;

export type CaseOperationName = keyof typeof CASE_REQUESTS;
