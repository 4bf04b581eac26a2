import type { CaseOperationName } from './request-shapes.ts';
import { blob, flag, integer, list, type Structure, structure, text } from './shape.ts';

const nextToken = text();
const uploadStatus = text({ choices: ['attachment-ready', 'attachment-not-ready', 'failed'] });
const uploadId = text({ min: 1, max: 2048 });
const url = text({ min: 8, pattern: '^https://[a-zA-Z0-9][a-zA-Z0-9.-]*[a-zA-Z0-9]\\.[a-zA-Z]{2,}(/.*)?$' });
const moment = text({ min: 8, max: 30 });
const attachments = list(structure({ attachmentId: text(), fileName: text() }));
const communications = list(
  structure({
    caseId: text(),
    body: text({ min: 1, max: 8000 }),
    submittedBy: text(),
    timeCreated: text(),
    attachments,
    attachmentSet: attachments,
  }),
);
const cases = list(
  structure({
    caseId: text(),
    displayId: text(),
    subject: text(),
    status: text(),
    serviceCode: text(),
    categoryCode: text(),
    severityCode: text(),
    submittedBy: text(),
    timeCreated: text(),
    recentCommunications: structure({ communications, nextToken }),
    ccEmailAddresses: list(text(), { min: 0, max: 10 }),
    language: text(),
  }),
);
const coded = { code: text(), name: text() };

/** What AWS Support answers, as its service model has it. */
export const CASE_ANSWERS: Record<CaseOperationName, Structure> = {
  DescribeCases: structure({ cases, nextToken }),
  DescribeCommunications: structure({ communications, nextToken }),
  DescribeAttachment: structure({ attachment: structure({ fileName: text(), data: blob }) }),
  GetAttachmentDownloadLink: structure({
    'fileName!': text(),
    'downloadUrl!': structure({ 'url!': url, 'expiryDate!': moment }),
  }),
  CreateCase: structure({ caseId: text() }),
  AddCommunicationToCase: structure({ result: flag }),
  ResolveCase: structure({ initialCaseStatus: text(), finalCaseStatus: text() }),
  AddAttachmentsToSet: structure({ attachmentSetId: text(), expiryTime: text() }),
  DescribeServices: structure({
    services: list(structure({ ...coded, categories: list(structure(coded)) })),
  }),
  DescribeSeverityLevels: structure({ severityLevels: list(structure(coded)) }),
  DescribeSupportedLanguages: structure({
    supportedLanguages: list(structure({ code: text(), language: text(), display: text() }), {
      min: 0,
      max: 100,
    }),
  }),
  DescribeCreateCaseOptions: structure({
    languageAvailability: text({ min: 0, max: 100 }),
    communicationTypes: list(
      structure({
        type: text(),
        supportedHours: list(structure({ startTime: text(), endTime: text() })),
        datesWithoutSupport: list(structure({ startDateTime: moment, endDateTime: moment })),
      }),
      { min: 1, max: 100 },
    ),
  }),
  GetAttachmentUploadLinks: structure({
    'uploadId!': uploadId,
    'partSizeBytes!': integer({ min: 1, max: 104_857_600 }),
    'totalParts!': integer(),
    nextIndex: integer(),
    'uploadUrls!': list(structure({ 'url!': url, 'partIndex!': integer(), 'expiryDate!': moment })),
  }),
  CompleteAttachmentUpload: structure({ 'uploadStatus!': uploadStatus }),
  DescribeAttachmentUploadStatus: structure({
    'uploadStatus!': uploadStatus,
    'fileName!': text(),
    uploadProgress: structure({ totalParts: integer(), completedPartsCount: integer() }),
  }),
};
